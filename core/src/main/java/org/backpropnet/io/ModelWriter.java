package org.backpropnet.io;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.TargetCode;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.optimize.Optimizer;
import org.backpropnet.optimize.Schedule;
import org.backpropnet.train.Best;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Recipe;
import org.backpropnet.train.Trained;
import org.backpropnet.train.TrainingPlan;
import org.backpropnet.train.TrainingState;

/** Writes the content of a model file; {@link ModelReader} reads it in the same order. */
final class ModelWriter {
  private final DataOutputStream out;

  ModelWriter(DataOutputStream out) {
    this.out = out;
  }

  /** Refuses what would not fit into one array of bytes. */
  static void requireRoom(Trained trained, long most) {
    int copies = 1 + trained.snapshots().size();
    long size = trained.best() == null ? 0 : 4L * copies * trained.best().parameters().length;
    if (trained.state() != null) {
      size += room(trained.state().walk()) + room(trained.state().good());
      Best kept = trained.state().kept();
      size += kept == null ? 0 : 4L * kept.parameters().length;
    }
    if (size > most / 2) {
      throw new IllegalArgumentException(
          "The model needs about "
              + size / 1_000_000
              + " MB, but a model file holds at most "
              + most / 2_000_000
              + ". Train with resumable false, or with fewer units.");
    }
  }

  private static long room(double[][] arrays) {
    long size = 0;
    for (double[] array : arrays) {
      size += 8L * array.length;
    }
    return size;
  }

  void write(Trained trained) throws IOException {
    plan(trained.plan());
    encoder(trained.encoder());
    recipe(trained.recipe());
    out.writeBoolean(trained.best() != null);
    if (trained.best() != null) {
      best(trained.best());
    }
    out.writeInt(trained.history().size());
    for (EpochReport report : trained.history()) {
      report(report);
    }
    texts(trained.notes());
    out.writeBoolean(trained.state() != null);
    if (trained.state() != null) {
      state(trained.state());
    }
    // Without snapshots and calibration nothing follows, as in files before there were any.
    boolean calibrated = !trained.calibration().isNone();
    if (calibrated || !trained.snapshots().isEmpty()) {
      out.writeInt(trained.snapshots().size());
      for (Best snapshot : trained.snapshots()) {
        best(snapshot);
      }
    }
    if (calibrated) {
      decimals(trained.calibration().temperature());
      out.writeInt(trained.calibration().misses().rows());
      array(trained.calibration().misses().marks());
    }
  }

  private void plan(TrainingPlan plan) throws IOException {
    out.writeInt(Knob.values().length);
    for (Knob knob : Knob.values()) {
      text(knob.key());
      // Threads concern the run and never the result.
      text(knob == Knob.THREADS ? knob.defaultText() : knob.text(plan));
    }
  }

  private void encoder(Encoder encoder) throws IOException {
    out.writeInt(encoder.denseInputs());
    out.writeInt(encoder.inputs());
    target(encoder.target());
    out.writeInt(encoder.codes().size());
    for (InputCode code : encoder.codes()) {
      code(code);
    }
  }

  private void target(TargetCode target) throws IOException {
    text(target.name());
    out.writeBoolean(target instanceof TargetCode.Classes);
    if (target instanceof TargetCode.Number number) {
      decimals(number.center(), number.scale(), number.low(), number.high());
    } else {
      texts(((TargetCode.Classes) target).labels());
    }
  }

  private void code(InputCode code) throws IOException {
    text(code.name());
    if (code instanceof InputCode.Number n) {
      text("number");
      decimals(n.center(), n.scale());
      out.writeInt(n.input());
      out.writeInt(n.missingInput());
    } else if (code instanceof InputCode.Thermometer t) {
      text("thermometer");
      array(t.marks().stream().mapToDouble(Double::doubleValue).toArray());
      out.writeInt(t.firstInput());
      out.writeInt(t.missingInput());
    } else if (code instanceof InputCode.Category c) {
      text("category");
      texts(c.levels());
      out.writeInt(c.firstInput());
      out.writeInt(c.otherInput());
      out.writeInt(c.missingInput());
    } else {
      text("dropped");
      text(((InputCode.Dropped) code).reason());
    }
  }

  private void recipe(Recipe recipe) throws IOException {
    spec(recipe.spec());
    optimizer(recipe.optimizer());
    schedule(recipe.schedule());
    decimals(recipe.learningRate(), recipe.penalty().l1(), recipe.penalty().l2());
    out.writeInt(recipe.epochs());
    out.writeInt(recipe.batchSize());
    out.writeInt(recipe.restarts());
    out.writeInt(recipe.vote() ? 1 : 0);
    out.writeInt(recipe.numbers().bins());
  }

  private void spec(NetworkSpec spec) throws IOException {
    out.writeInt(spec.inputs());
    out.writeInt(spec.outputs());
    text(spec.output().label());
    text(spec.loss().label());
    out.writeInt(spec.hidden().size());
    for (LayerSpec layer : spec.hidden()) {
      out.writeInt(layer.units());
      text(layer.activation().label());
    }
  }

  private void optimizer(Optimizer optimizer) throws IOException {
    text(optimizer.label());
    if (optimizer instanceof Optimizer.Momentum m) {
      decimals(m.momentum());
    } else if (optimizer instanceof Optimizer.Nesterov n) {
      decimals(n.momentum());
    } else if (optimizer instanceof Optimizer.RmsProp r) {
      decimals(r.decay(), r.epsilon());
    } else if (optimizer instanceof Optimizer.Adam a) {
      decimals(a.beta1(), a.beta2(), a.epsilon());
    } else if (optimizer instanceof Optimizer.AdamW w) {
      decimals(w.adam().beta1(), w.adam().beta2(), w.adam().epsilon(), w.decay());
    } else if (optimizer instanceof Optimizer.Rprop p) {
      decimals(p.shorter(), p.longer());
    } else if (optimizer instanceof Optimizer.Lbfgs l) {
      out.writeInt(l.memory());
    }
  }

  private void schedule(Schedule schedule) throws IOException {
    if (schedule instanceof Schedule.Step s) {
      text("step");
      out.writeInt(s.every());
      decimals(s.by());
    } else if (schedule instanceof Schedule.Exponential e) {
      text("exponential");
      decimals(e.by());
    } else if (schedule instanceof Schedule.Plateau p) {
      text("plateau");
      out.writeInt(p.patience());
      decimals(p.by());
    } else if (schedule instanceof Schedule.Cosine) {
      text("cosine");
    } else {
      text(schedule instanceof Schedule.WarmRestarts ? "warm-restarts" : "constant");
    }
  }

  private void best(Best best) throws IOException {
    ByteBuffer bits = ByteBuffer.allocate(4 * best.parameters().length);
    bits.asFloatBuffer().put(best.parameters());
    out.writeInt(best.parameters().length);
    out.write(bits.array());
    decimals(best.loss());
    out.writeInt(best.start());
    out.writeInt(best.epoch());
  }

  /** Without its time: files are the same on every machine. */
  private void report(EpochReport report) throws IOException {
    out.writeInt(report.start());
    out.writeInt(report.epoch());
    out.writeInt(report.epochs());
    decimals(
        report.trainingLoss(),
        report.validationLoss(),
        report.gradientNorm(),
        report.learningRate());
  }

  private void state(TrainingState state) throws IOException {
    out.writeInt(state.start());
    out.writeInt(state.epoch());
    out.writeInt(state.cycles());
    out.writeInt(state.halvings());
    array(state.plateau());
    arrays(state.walk());
    arrays(state.good());
    out.writeBoolean(state.kept() != null);
    if (state.kept() != null) {
      best(state.kept());
    }
  }

  private void arrays(double[][] arrays) throws IOException {
    out.writeInt(arrays.length);
    for (double[] array : arrays) {
      array(array);
    }
  }

  private void array(double[] values) throws IOException {
    out.writeInt(values.length);
    ByteBuffer bits = ByteBuffer.allocate(8 * values.length);
    bits.asDoubleBuffer().put(values);
    out.write(bits.array());
  }

  private void decimals(double... values) throws IOException {
    for (double value : values) {
      out.writeLong(Double.doubleToRawLongBits(value));
    }
  }

  private void texts(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text);
    }
  }

  /** UTF-8 behind its length; what is not Unicode (half a pair), as UTF-16 behind ~length. */
  private void text(String text) throws IOException {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      out.writeInt(bytes.remaining());
      out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
    } catch (CharacterCodingException e) {
      out.writeInt(~text.length());
      out.writeChars(text);
    }
  }
}
