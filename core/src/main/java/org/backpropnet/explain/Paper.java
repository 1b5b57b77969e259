package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page while it is written. Numbers reach it as facts only; each paragraph, each row of a table
 * and each shape of a picture is one line.
 */
final class Paper {
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final StringBuilder html = new StringBuilder();
  private final String unit;
  private final String target;
  private String section = "";

  Paper(String unit, String target) {
    this.unit = unit;
    this.target = target;
  }

  /** Opens a section: its number, and the question that it answers. */
  void begin(String name) {
    section = name;
    line("<section id=\"s" + name + "\">");
    String number = name.matches("\\d+") ? "<span>" + name + "</span> " : "";
    line("<h2>" + number + fill(Words.of(name + ".title")) + "</h2>");
  }

  void end() {
    line("</section>");
  }

  /** A number in the answer's own unit. */
  Fact fact(String name, double value) {
    return series(name, unit, value);
  }

  /** A number in another unit, empty for a mere count or ratio. */
  Fact fact(String name, double value, String of) {
    return series(name, of, value);
  }

  /** A run of numbers, which a picture is drawn from. */
  Fact series(String name, String of, double... values) {
    String id = section + "." + name;
    String how = Words.how(section, name);
    Fact fact = new Fact(id, values.clone(), of, how.replace("{u}", unit).replace("{t}", target));
    if (facts.put(id, fact) != null) {
      throw new IllegalStateException("Two facts have the id " + id + ".");
    }
    return fact;
  }

  /** A paragraph; its gaps {0}, {1} are facts or names. */
  void say(String key, Object... gaps) {
    line("<p>" + fill(Words.of(key), gaps) + "</p>");
  }

  /** A paragraph that stands out. */
  void stress(String key, Object... gaps) {
    line("<p class=\"key\">" + fill(Words.of(key), gaps) + "</p>");
  }

  /** A smaller remark. */
  void note(String key, Object... gaps) {
    line("<p class=\"note\">" + fill(Words.of(key), gaps) + "</p>");
  }

  void table(String headKey, List<List<Object>> rows) {
    String[] titles = Words.of(headKey).split("\\|", -1);
    String label = Words.of("table").replace("{0}", fill(String.join(", ", titles)));
    line(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + label + "\"><table>");
    StringBuilder head = new StringBuilder("<tr>");
    for (String cell : titles) {
      head.append("<th scope=\"col\">").append(fill(cell)).append("</th>");
    }
    line(head + "</tr>");
    for (List<Object> row : rows) {
      StringBuilder cells = new StringBuilder("<tr>");
      for (Object cell : row) {
        String open = cell instanceof Fact ? "<td class=\"n\">" : "<td>";
        cells.append(open).append(shown(cell)).append("</td>");
      }
      line(cells + "</tr>");
    }
    line("</table></div>");
  }

  void draw(Drawing drawing) {
    html.append(drawing.html());
  }

  /** A line that is HTML already. */
  void line(String text) {
    html.append(text).append('\n');
  }

  /** A cell of a table that is a phrase with facts in it. */
  Raw phrase(String key, Object... gaps) {
    return new Raw(fill(Words.of(key), gaps));
  }

  /** HTML that was put together here; never a text from outside. */
  record Raw(String html) {}

  String fill(String text, Object... gaps) {
    String filled = text.replace("{u}", Html.escape(unit)).replace("{t}", Html.escape(target));
    for (int i = 0; i < gaps.length; i++) {
      filled = filled.replace("{" + i + "}", shown(gaps[i]));
    }
    return filled;
  }

  private static String shown(Object gap) {
    if (gap instanceof Fact f) {
      return "<b data-fact=\""
          + Html.escape(f.id())
          + "\" title=\""
          + Html.escape(f.how())
          + "\">"
          + f.text()
          + "</b>";
    }
    return gap instanceof Raw raw
        ? raw.html()
        : Html.escape(String.valueOf(gap)).replace("{", "&#123;");
  }

  Collection<Fact> facts() {
    return new ArrayList<>(facts.values());
  }

  String html() {
    return html.toString();
  }
}
