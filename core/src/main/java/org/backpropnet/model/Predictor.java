package org.backpropnet.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.backpropnet.data.Column;
import org.backpropnet.data.EncodedRow;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.RowReader;
import org.backpropnet.data.Table;
import org.backpropnet.data.TargetCode;
import org.backpropnet.engine.DoubleForward;
import org.backpropnet.engine.DoubleRow;

/** A model bound to the columns of a table. Safe for several threads. */
public final class Predictor {
  private final Model model;
  private final RowReader reader;
  private volatile DoubleRow single;

  Predictor(Model model, List<Column> columns) {
    this.model = model;
    this.reader = model.encoder().bind(columns);
  }

  /**
   * Reads the rows as the network sees them.
   *
   * @return the bound reader
   */
  public RowReader reader() {
    return reader;
  }

  /**
   * The answer for one row.
   *
   * @param table has the columns that this predictor was bound to; the target may be missing
   * @param row from 0
   * @return the number, or one probability per class; the same bits as in a batch
   */
  public double[] predict(Table table, int row) {
    if (model.trained().best() == null) {
      return model.constantAnswer();
    }
    EncodedRow coded = reader.room();
    reader.read(table, row, coded);
    return decode(model.encoder().target(), single().answer(coded));
  }

  /**
   * Where the number to predict for one row lies.
   *
   * @param table has the columns that this predictor was bound to; the target may be missing
   * @param row from 0
   * @param level share of the rows whose truth shall lie within, above 0 and below 1
   * @return around the answer, see {@link Model#interval}
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   * @throws org.backpropnet.data.DataException if the model has no intervals
   */
  public Interval interval(Table table, int row, double level) {
    return model.interval(predict(table, row)[0], level);
  }

  /** Made for the first single row; two threads may both make it, to the same end. */
  private DoubleRow single() {
    DoubleRow made = single;
    if (made == null) {
      int[] starts = model.encoder().thermometerStarts();
      made = new DoubleRow(model.spec(), starts, model.parameters());
      single = made;
    }
    return made;
  }

  /**
   * The answers for a run of rows.
   *
   * @param table has the columns that this predictor was bound to; the target may be missing
   * @param from first row
   * @param to behind the last
   * @return [rows] the number, or one probability per class
   */
  public double[][] predict(Table table, int from, int to) {
    double[][] answers = new double[to - from][];
    if (model.trained().best() == null) {
      Arrays.setAll(answers, i -> model.constantAnswer());
      return answers;
    }
    int room = Math.min(DoubleForward.ROOM, Math.max(1, to - from));
    Block block = new Block(room);
    for (int start = from; start < to; start += room) {
      block.answer(table, start, Math.min(room, to - start), answers, start - from);
    }
    return answers;
  }

  /** Room for rows that are answered together. */
  private final class Block {
    private final TargetCode target = model.encoder().target();
    private final double[] outputs = new double[model.spec().outputs()];
    private final DoubleForward forward;
    private final List<EncodedRow> coded;

    Block(int room) {
      Encoder encoder = model.encoder();
      forward =
          new DoubleForward(
              model.spec(),
              encoder.denseInputs(),
              encoder.blocks(),
              encoder.thermometerStarts(),
              room);
      coded = Stream.generate(reader::room).limit(room).toList();
    }

    void answer(Table table, int start, int count, double[][] answers, int at) {
      reader.read(table, start, forward.dense(), coded.subList(0, count));
      for (int r = 0; r < count; r++) {
        forward.load(r, coded.get(r));
      }
      forward.forward(model.parameters(), 0, count);
      for (int r = 0; r < count; r++) {
        forward.answer(r, outputs);
        answers[at + r] = decode(target, outputs);
      }
    }
  }

  private static double[] decode(TargetCode target, double[] outputs) {
    if (target instanceof TargetCode.Number number) {
      return new double[] {number.decode(outputs[0])};
    }
    return outputs.length == 1 ? new double[] {1 - outputs[0], outputs[0]} : outputs.clone();
  }
}
