package org.backpropnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.data.TableOptions;
import org.backpropnet.data.TableOptions.Kind;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Snapshots;
import org.backpropnet.train.TimeEstimate;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/** Learns a model from a table. */
final class TrainCommand implements Command {
  private static final Option OUT =
      Option.of("out", "FILE", "Where the model is saved; an older file is replaced.");
  private static final Option TARGET =
      Option.of("target", "COLUMN", "The column to predict. Without it the last one is.");
  private static final Option NOMINAL =
      new Option(
          "nominal",
          "COLUMN",
          "A column to be read as categories though it looks like numbers, such as zip codes. May"
              + " be given for several columns.",
          true);
  private static final Option NUMERIC =
      new Option(
          "numeric",
          "COLUMN",
          "A column that must be numbers: a cell that is none is an error. May be given for several"
              + " columns.",
          true);
  private static final Option CONTINUE =
      Option.of(
          "continue",
          "MODEL",
          "A model that was trained with --resumable true and is to go on with the same rows.");
  private static final Option SNAPSHOTS =
      Option.of(
          "snapshots",
          "",
          "Keeps up to seven copies of the weights along the way, so that \"explain\" can draw"
              + " it; of networks that vote, the way of the first.");
  private static final Option VERBOSE =
      Option.of("verbose", "", "A line about each epoch on the error stream.");

  @Override
  public String name() {
    return "train";
  }

  @Override
  public String summary() {
    return "Learns a model from a table and saves it.";
  }

  @Override
  public List<Option> options() {
    List<Option> options =
        new ArrayList<>(
            List.of(
                Desk.DATA,
                OUT,
                TARGET,
                NOMINAL,
                NUMERIC,
                Desk.WEIGHT,
                Desk.SEPARATOR,
                CONTINUE,
                SNAPSHOTS,
                VERBOSE));
    for (Knob knob : Knob.values()) {
      options.add(KnobOptions.option(knob));
    }
    return options;
  }

  @Override
  public void run(Arguments arguments, Desk desk) throws IOException {
    Map<Knob, String> knobs = KnobOptions.read(arguments);
    Path out = desk.output(arguments, OUT, Desk.DATA);
    EpochListener listener = arguments.has(VERBOSE) ? teller(desk) : EpochListener.SILENT;
    Model model =
        arguments.has(CONTINUE)
            ? goOn(arguments, desk, knobs, listener)
            : begin(arguments, desk, knobs, listener);
    BackpropNet.save(model, out);
    desk.out().print(closing(model, out));
  }

  private static Model begin(
      Arguments arguments, Desk desk, Map<Knob, String> knobs, EpochListener listener)
      throws IOException {
    TrainingPlan plan = TrainingPlan.of(knobs);
    Table table = desk.table(arguments, kinds(arguments, TableOptions.AUTO));
    String last = table.columns().get(table.columns().size() - 1).name();
    boolean story = arguments.has(SNAPSHOTS);
    String target = arguments.text(TARGET).orElse(last);
    TimeEstimate.announcement(table, target, plan).ifPresent(desk::note);
    Training training = Training.start(table, target, plan);
    Trained trained = story ? Snapshots.run(training, listener) : training.run(listener);
    return told(new Model(trained), table, desk);
  }

  /** Tells what was decided; what was told when the table was read is not told again. */
  private static Model told(Model model, Table table, Desk desk) {
    List<String> told = table.notes();
    model.trained().notes().stream().filter(note -> !told.contains(note)).forEach(desk::note);
    return model;
  }

  private static TableOptions kinds(Arguments arguments, TableOptions start) {
    TableOptions options = start;
    for (String column : arguments.all(NOMINAL)) {
      options = options.with(column, Kind.CATEGORIES);
    }
    for (String column : arguments.all(NUMERIC)) {
      if (options.asked().containsKey(column)) {
        throw arguments.misused(
            "Column \"" + column + "\" cannot be both, numbers and categories.");
      }
      options = options.with(column, Kind.NUMBERS);
    }
    return options;
  }

  private static Model goOn(
      Arguments arguments, Desk desk, Map<Knob, String> knobs, EpochListener listener)
      throws IOException {
    Model before = desk.model(arguments, CONTINUE);
    KnobOptions.requireSame(arguments, knobs, before.trained().plan());
    if (!arguments.text(TARGET).orElse(before.target()).equals(before.target())) {
      throw arguments.misused("The model that is to go on predicts \"" + before.target() + "\".");
    }
    TableOptions learned =
        TableOptions.AUTO.withInputsOf(before.encoder()).withTarget(before.encoder().target());
    Table table = desk.table(arguments, kinds(arguments, learned));
    Training training;
    try {
      training = Training.resume(table, KnobOptions.withThreads(before.trained(), knobs));
    } catch (DataException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new DataException(e.getMessage());
    }
    Trained trained = training.run(listener);
    boolean keep = !"false".equals(knobs.get(Knob.RESUMABLE));
    return told(new Model(keep ? trained : trained.withoutState()), table, desk);
  }

  private static EpochListener teller(Desk desk) {
    return report -> {
      desk.err().println(line(report));
      return EpochListener.Answer.CONTINUE;
    };
  }

  private static String line(EpochReport report) {
    String validation =
        Double.isNaN(report.validationLoss())
            ? ""
            : String.format(Locale.ROOT, ", validation loss %.6g", report.validationLoss());
    return String.format(
        Locale.ROOT,
        "start %d, epoch %d of %d: loss %.6g%s, %.1f s",
        report.start() + 1,
        report.epoch(),
        report.epochs(),
        report.trainingLoss(),
        validation,
        report.elapsedMillis() / 1000.0);
  }

  private static String closing(Model model, Path out) {
    return "Learned to predict \""
        + model.target()
        + "\": "
        + model.trained().recipe().describe()
        + ".\nSaved in \""
        + out
        + "\".\n";
  }
}
