package org.backpropnet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the page and the picture of the figures that are there. */
public final class PerformancePage {
  private final Measurements figures;
  private final Setup setup;
  private final StringBuilder page = new StringBuilder();

  private PerformancePage(Setup setup) throws IOException {
    this.setup = setup;
    figures = setup.measurements();
  }

  /**
   * Writes it.
   *
   * @param args see {@link Setup}
   * @throws IOException if the disk fails
   */
  public static void main(String[] args) throws IOException {
    Setup setup = Setup.of(args);
    PerformancePage page = new PerformancePage(setup);
    page.write();
    Files.writeString(setup.page(), page.page, StandardCharsets.UTF_8);
    String chart = new Chart(page.figures).svg(Task.all(setup.quick()));
    Files.writeString(setup.picture(), chart, StandardCharsets.UTF_8);
    System.out.println("Written: " + setup.page());
  }

  private void write() throws IOException {
    head();
    page.append("\n## Targets\n\n");
    targets();
    if (!setup.quick()) {
      page.append('\n').append(Files.readString(setup.notes(), StandardCharsets.UTF_8));
    }
    training(1);
    training(2);
    verdicts();
    answers(1);
    answers(2);
    cold();
    new CostTables(figures, page).write(setup.quick());
  }

  private String about(String what) {
    return figures.text(About.quantity(what));
  }

  private void head() {
    page.append("# Performance\n\n");
    if (setup.quick()) {
      page.append("**A quick run on small tables, to try the harness: these are no results.**\n\n");
    }
    page.append("![Training speed of all sides](pictures/performance.svg)\n\n")
        .append("Measured on ")
        .append(about("date"))
        .append(", ")
        .append(about("processor"))
        .append(", ")
        .append(about("cores"))
        .append(" cores, ")
        .append(about("memory GB"))
        .append(" GB, ")
        .append(about("system"))
        .append(", by\n`mvn -Pbench -DskipTests verify -Dbench=side-by-side")
        .append(setup.quick() ? " -Dbench.quick=true" : "")
        .append(" -Dbackpropnet.jdk25=HOME`. How: [bench/README.md](../bench/README.md).\n\n")
        .append("| side | what ran |\n|---|---|\n");
    Set<String> lines = new LinkedHashSet<>();
    for (Measurements.Line line : figures.of("about")) {
      if (!line.quantity().side().equals("machine")) {
        lines.add("| " + line.quantity().side() + " | " + line.value() + " |\n");
      }
    }
    lines.forEach(page::append);
    page.append("\n| task | rows x inputs - hidden - classes |\n|---|---|\n");
    for (Task task : Task.all(setup.quick())) {
      page.append("| ").append(task.name()).append(" | ").append(task.describe()).append(" |\n");
    }
  }

  private void targets() {
    page.append("Best of the rounds against best of them, 1 thread unless said otherwise.\n\n");
    page.append("| measured (target) | ").append(String.join(" | ", Targets.OURS));
    page.append(" |\n|---|---|---|---|\n");
    for (Targets.Row row : new Targets(figures).rows()) {
      page.append("| ").append(row.text());
      for (int i = 0; i < row.wanted().length; i++) {
        page.append(" | ").append(reached(row.reached()[i], row.wanted()[i]));
      }
      page.append(" |\n");
    }
  }

  private static String reached(double measured, double wanted) {
    String mark = measured >= wanted ? "**" : "";
    return Double.isNaN(measured)
        ? "-"
        : mark + Figures.digits(measured) + mark + " (" + Figures.digits(wanted) + ")";
  }

  /** Sides with a figure, in the order in which they were measured. */
  private List<String> sides(int threads, String what) {
    return Task.all(setup.quick()).stream()
        .flatMap(t -> figures.of(t.name()).stream())
        .map(Measurements.Line::quantity)
        .filter(q -> q.threads() == threads && q.what().equals(what))
        .map(Quantity::side)
        .distinct()
        .sorted(Comparator.comparing((String s) -> !s.startsWith("ours")))
        .toList();
  }

  private void training(int threads) {
    if (sides(threads, "training samples/s").isEmpty()) {
      return;
    }
    page.append("\n## Training, samples per second, ")
        .append(threads == 1 ? "1 thread" : threads + " threads")
        .append(", warm: median (best)\n\n");
    table(threads, "training samples/s", Figures::rates);
    if (threads == 1) {
      page.append("\nWeka's network gets a part of the rows of T3 to T5 for one epoch; its rate is")
          .append(" told as if it held for all.\nIt knows sigmoid units and squared error only.\n");
    }
  }

  /** How a cell is told. */
  private interface Wording {
    String of(Figures figures);
  }

  private void table(int threads, String what, Wording wording) {
    List<Task> tasks =
        Task.all(setup.quick()).stream()
            .filter(
                t -> figures.of(t.name()).stream().anyMatch(l -> l.quantity().what().equals(what)))
            .toList();
    page.append("| |");
    tasks.forEach(t -> page.append(' ').append(t.name()).append(" |"));
    page.append("\n|---|").append("---|".repeat(tasks.size())).append('\n');
    for (String side : sides(threads, what)) {
      page.append("| ").append(side).append(" |");
      for (Task task : tasks) {
        Figures cell = figures.figures(new Quantity(task.name(), side, threads, what));
        page.append(' ').append(wording.of(cell)).append(" |");
      }
      page.append('\n');
    }
  }

  private void verdicts() {
    page.append("\n## Loss and accuracy on test rows\n\n")
        .append("Mean over the rounds, each with start weights of its own, 1 thread: cross-entropy")
        .append(" (accuracy %). An asterisk: more\nthan 2 % away from ours.\n\n| |");
    List<Task> tasks = Task.all(setup.quick());
    tasks.forEach(t -> page.append(' ').append(t.name()).append(" |"));
    page.append("\n|---|").append("---|".repeat(tasks.size())).append('\n');
    for (String side : sides(1, "test loss")) {
      page.append("| ").append(side).append(" |");
      for (Task task : tasks) {
        page.append(' ').append(verdict(task.name(), side)).append(" |");
      }
      page.append('\n');
    }
  }

  private String verdict(String task, String side) {
    Figures loss = figures.figures(new Quantity(task, side, 1, "test loss"));
    Figures ours = figures.figures(new Quantity(task, Targets.OURS.get(0), 1, "test loss"));
    Figures accuracy = figures.figures(new Quantity(task, side, 1, "test accuracy"));
    boolean away = Math.abs(loss.mean() / ours.mean() - 1) > 0.02;
    return loss.none()
        ? "-"
        : String.format(
            Locale.ROOT, "%.4f%s (%.1f)", loss.mean(), away ? " *" : "", 100 * accuracy.mean());
  }

  private void answers(int threads) {
    if (sides(threads, "batch rows/s").isEmpty()) {
      return;
    }
    String with = threads == 1 ? ", 1 thread" : ", " + threads + " threads";
    page.append("\n## Answers, rows per second").append(with).append(": median (best)\n\n");
    page.append("Ours answers in double precision, the others (except Weka) in float.\n");
    page.append("\nMany rows at once:\n\n");
    table(threads, "batch rows/s", Figures::rates);
    page.append("\nOne row at a time:\n\n");
    table(threads, "one row rows/s", Figures::rates);
  }

  private void cold() {
    for (int threads = 1; threads <= 2; threads++) {
      if (sides(threads, ColdStarts.WHAT).isEmpty()) {
        return;
      }
      page.append("\n## One fit in a new process, seconds, told to use ")
          .append(threads == 1 ? "1 thread" : "2 threads")
          .append(": median (best)\n\n");
      if (threads == 1) {
        page.append("From the start of the process to its end; reading the rows included, not")
            .append(" bound to a core.\n\n");
      }
      table(threads, ColdStarts.WHAT, PerformancePage::seconds);
    }
  }

  private static String seconds(Figures cell) {
    return cell.none()
        ? "-"
        : String.format(Locale.ROOT, "%.2f (%.2f)", cell.median(), cell.lowest());
  }
}
