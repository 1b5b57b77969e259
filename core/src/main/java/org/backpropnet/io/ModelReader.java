package org.backpropnet.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.TargetCode;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.function.Penalty;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.optimize.Optimizer;
import org.backpropnet.optimize.Schedule;
import org.backpropnet.train.Best;
import org.backpropnet.train.Calibration;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Misses;
import org.backpropnet.train.NumberCoding;
import org.backpropnet.train.Recipe;
import org.backpropnet.train.Trained;
import org.backpropnet.train.TrainingPlan;
import org.backpropnet.train.TrainingState;

/**
 * Reads the content of a model file in the order in which {@link ModelWriter} wrote it. What is
 * wrong is an IllegalArgumentException, of the records themselves or of {@link Consistency}.
 */
final class ModelReader {
  private final Content in;

  ModelReader(Content in) {
    this.in = in;
  }

  Trained read() {
    TrainingPlan plan = plan();
    Encoder encoder = encoder();
    Recipe recipe = recipe();
    Best best = in.flag() ? best() : null;
    int epochs = in.count("epoch reports", 44);
    List<EpochReport> history = new ArrayList<>(epochs);
    for (int i = 0; i < epochs; i++) {
      history.add(report());
    }
    List<String> notes = texts("notes");
    TrainingState state = in.flag() ? state() : null;
    List<Best> snapshots = new ArrayList<>();
    int count = in.more() ? in.count("snapshots", 20) : 0;
    for (int i = 0; i < count; i++) {
      snapshots.add(best());
    }
    Calibration calibration = in.more() ? calibration() : Calibration.NONE;
    in.end();
    Trained trained =
        new Trained(encoder, plan, recipe, best, history, notes, state, snapshots, calibration);
    Consistency.check(trained);
    return trained;
  }

  private TrainingPlan plan() {
    int count = in.count("settings", 8);
    Map<Knob, String> texts = new EnumMap<>(Knob.class);
    for (int i = 0; i < count; i++) {
      Knob knob = named("setting", in.text(), List.of(Knob.values()), Knob::key);
      texts.put(knob, in.text());
    }
    return TrainingPlan.of(texts);
  }

  private Encoder encoder() {
    int dense = in.number();
    int inputs = in.number();
    TargetCode target = target();
    int count = in.count("columns", 8);
    List<InputCode> codes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      codes.add(code());
    }
    return new Encoder(codes, target, dense, inputs);
  }

  private TargetCode target() {
    String name = in.text();
    return in.flag()
        ? new TargetCode.Classes(name, texts("classes"))
        : new TargetCode.Number(name, in.decimal(), in.decimal(), in.decimal(), in.decimal());
  }

  private InputCode code() {
    String name = in.text();
    String kind = in.text();
    return switch (kind) {
      case "number" ->
          new InputCode.Number(name, in.decimal(), in.decimal(), in.number(), in.number());
      case "thermometer" -> new InputCode.Thermometer(name, marks(), in.number(), in.number());
      case "category" ->
          new InputCode.Category(name, texts("levels"), in.number(), in.number(), in.number());
      case "dropped" -> new InputCode.Dropped(name, in.text());
      default -> throw unknown("kind of column", kind);
    };
  }

  private List<Double> marks() {
    return Arrays.stream(in.decimals("marks")).boxed().toList();
  }

  private Recipe recipe() {
    NetworkSpec spec = spec();
    Optimizer optimizer = optimizer();
    Schedule schedule = schedule();
    double rate = in.decimal();
    Penalty penalty = new Penalty(in.decimal(), in.decimal());
    int epochs = in.number();
    int batchSize = in.number();
    int restarts = in.number();
    boolean vote = in.number() == 1;
    NumberCoding numbers = new NumberCoding(in.number());
    return new Recipe(
        spec, optimizer, rate, schedule, epochs, batchSize, restarts, vote, numbers, penalty);
  }

  private NetworkSpec spec() {
    int inputs = in.number();
    int outputs = in.number();
    Activation output = activation();
    Loss loss = named("loss", in.text(), List.of(Loss.values()), Loss::label);
    int layers = in.count("hidden layers", 8);
    List<LayerSpec> hidden = new ArrayList<>(layers);
    for (int l = 0; l < layers; l++) {
      hidden.add(new LayerSpec(in.number(), activation()));
    }
    return new NetworkSpec(inputs, hidden, outputs, output, loss);
  }

  private Activation activation() {
    return named("activation", in.text(), List.of(Activation.values()), Activation::label);
  }

  private Optimizer optimizer() {
    String label = in.text();
    return switch (label) {
      case "gradient-descent" -> new Optimizer.GradientDescent();
      case "momentum" -> new Optimizer.Momentum(in.decimal());
      case "nesterov" -> new Optimizer.Nesterov(in.decimal());
      case "rmsprop" -> new Optimizer.RmsProp(in.decimal(), in.decimal());
      case "adam" -> adam();
      case "adamw" -> new Optimizer.AdamW(adam(), in.decimal());
      case "rprop" -> new Optimizer.Rprop(in.decimal(), in.decimal());
      case "l-bfgs" -> new Optimizer.Lbfgs(in.number());
      default -> throw unknown("optimizer", label);
    };
  }

  private Optimizer.Adam adam() {
    return new Optimizer.Adam(in.decimal(), in.decimal(), in.decimal());
  }

  private Schedule schedule() {
    String label = in.text();
    return switch (label) {
      case "constant" -> new Schedule.Constant();
      case "step" -> new Schedule.Step(in.number(), in.decimal());
      case "exponential" -> new Schedule.Exponential(in.decimal());
      case "cosine" -> new Schedule.Cosine();
      case "warm-restarts" -> new Schedule.WarmRestarts();
      case "plateau" -> new Schedule.Plateau(in.number(), in.decimal());
      default -> throw unknown("schedule", label);
    };
  }

  private Best best() {
    return new Best(in.floats("weights"), in.decimal(), in.number(), in.number());
  }

  private EpochReport report() {
    return new EpochReport(
        in.number(),
        in.number(),
        in.number(),
        in.decimal(),
        in.decimal(),
        in.decimal(),
        in.decimal(),
        0);
  }

  private TrainingState state() {
    int start = in.number();
    int epoch = in.number();
    int cycles = in.number();
    int halvings = in.number();
    double[] plateau = in.decimals("numbers of the schedule");
    double[][] walk = arrays();
    double[][] good = arrays();
    Best kept = in.flag() ? best() : null;
    return new TrainingState(start, epoch, cycles, halvings, plateau, walk, good, kept);
  }

  private Calibration calibration() {
    double temperature = in.decimal();
    return new Calibration(temperature, new Misses(in.number(), in.decimals("misses")));
  }

  private double[][] arrays() {
    double[][] arrays = new double[in.count("arrays of the optimizer", 4)][];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = in.decimals("numbers of the optimizer");
    }
    return arrays;
  }

  private List<String> texts(String what) {
    int count = in.count(what, 4);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(in.text());
    }
    return texts;
  }

  private static <T> T named(
      String what, String label, List<T> values, Function<T, String> labelOf) {
    for (T value : values) {
      if (labelOf.apply(value).equals(label)) {
        return value;
      }
    }
    throw unknown(what, label);
  }

  private static IllegalArgumentException unknown(String what, String label) {
    return new IllegalArgumentException(
        "It names the " + what + " \"" + label + "\", which this release does not know.");
  }
}
