package org.backpropnet.train;

import org.backpropnet.data.DataException;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.TargetCode;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.optimize.Optimizer;

/**
 * How much memory a training takes beside the user's table, by the formula of docs/memory.md. It is
 * asked before anything large is made, so that a table that is too large is refused at once and
 * with the numbers, not after minutes and without.
 */
final class MemoryNeed {
  private static final long ARRAY = 16;
  private static final long REFERENCE = 4;

  /** Arrays of the parameters' length that L-BFGS holds: ten pairs, and what a step works with. */
  private static final long LBFGS_ARRAYS = 28;

  /** What a training can go back to: the last good epoch, and the latest. */
  private static final long WAYS_BACK = 2;

  private MemoryNeed() {}

  /**
   * Bytes of the coded rows: for each an array of numbers, of active inputs, of bins and fractions,
   * and one of its target if that is a number (rows of a class share one), its weight and its
   * places in the order.
   *
   * @param encoder how they are coded
   * @param rows how many
   * @return bytes
   */
  static long ofRows(Encoder encoder, long rows) {
    long each =
        array(4L * encoder.denseInputs())
            + (encoder.blocks() == 0 ? 0 : array(4L * encoder.blocks()))
            + (encoder.target() instanceof TargetCode.Number ? array(4) : 0)
            + 3 * REFERENCE
            + 8
            + 8
            + ofThermometers(thermometers(encoder));
    return rows * each;
  }

  /** Nothing is held where there are none; else an array of bins and one of fractions. */
  private static long ofThermometers(long count) {
    return count == 0 ? 0 : 2 * (array(4 * count) + REFERENCE);
  }

  private static int thermometers(Encoder encoder) {
    return encoder.thermometerStarts().length - 1;
  }

  static void requireForRows(Encoder encoder, int rows) {
    String what =
        "A training on "
            + rows
            + " rows of "
            + (encoder.denseInputs() + encoder.blocks() + thermometers(encoder))
            + " numbers and categories";
    String wayOut = "Take fewer rows or columns, or give Java more memory (-Xmx).";
    require(ofRows(encoder, rows), what, wayOut);
  }

  static void requireForNetwork(Recipe recipe, int rows, Encoder encoder) {
    String what =
        "The network "
            + recipe.spec().describe()
            + " with its "
            + recipe.spec().parameterCount()
            + " weights";
    boolean votes = recipe.voters() > 1;
    String together = votes ? ", of which " + recipe.voters() + " are to vote," : "";
    String fewer = votes ? "Take fewer restarts, fewer" : "Take fewer";
    String wayOut = fewer + " or smaller hidden layers, or give Java more memory (-Xmx).";
    require(ofNetwork(recipe, rows, encoder) + ofVoters(recipe), what + together, wayOut);
  }

  /**
   * Bytes of networks that vote: the weights of each, and of the one that they become, zeros
   * between them included, in the precision that is kept and in the one that answers.
   *
   * @param recipe the decisions, with the shape of one network
   * @return bytes; 0 for a single network
   */
  static long ofVoters(Recipe recipe) {
    long voters = recipe.voters();
    if (voters == 1) {
      return 0;
    }
    Parameters one = Parameters.of(recipe.spec());
    long together = 0;
    int last = one.layers() - 1;
    for (int l = 0; l <= last; l++) {
      long units = l == last ? one.units(l) : voters * one.units(l);
      long inputs = l == 0 ? one.inputs(l) : voters * one.inputs(l);
      together += units * (inputs + 1);
    }
    return 4 * voters * one.length() + (4 + 8) * together;
  }

  /**
   * Bytes of the network: weights, slopes, the optimiser's memory, ways back and the best so far,
   * and the numbers of a batch on their way through the layers.
   *
   * @param recipe the decisions
   * @param rows training rows
   * @param encoder how they are coded
   * @return bytes
   */
  static long ofNetwork(Recipe recipe, long rows, Encoder encoder) {
    NetworkSpec spec = recipe.spec();
    boolean single = recipe.batchSize() > 0;
    long width = single ? 4 : 8;
    long memory = recipe.optimizer() instanceof Optimizer.Lbfgs ? LBFGS_ARRAYS : 2;
    long perParameter = (2 + memory) * width + WAYS_BACK * 8 * (1 + memory) + 4;
    long numbers = encoder.denseInputs();
    Parameters layout = Parameters.of(spec);
    for (int l = 0; l < layout.layers(); l++) {
      // Sums, activations, blames; and, to sum slopes along what is widest, two turned copies.
      numbers +=
          3L * layout.units(l) + (single ? layout.units(l) + (long) widthBelow(l, layout) : 0);
    }
    long room = Math.min(single ? 1024 : 512, rows);
    int thermometers = thermometers(encoder);
    // Their part of the sums, in rows and in columns, and the blames in rows; bins and fractions.
    numbers += single && thermometers > 0 ? 3L * layout.units(0) : 0;
    numbers += (single ? 2L : 1L) * thermometers;
    long walked = layout.length() * perParameter + room * numbers * width;
    return walked + ones(encoder, room) + (single ? tables(encoder, layout) : 0);
  }

  /** Of each row the inputs that are 1, and of each input the rows where it is. */
  private static long ones(Encoder encoder, long room) {
    int blocks = encoder.blocks();
    return blocks == 0 ? 0 : 4 * (room * (2L * blocks + 1) + 2L * encoder.inputs());
  }

  /** Of each weight of a thermometer: itself, the sum of lower ones, and blames of few rows. */
  private static long tables(Encoder encoder, Parameters layout) {
    int[] starts = encoder.thermometerStarts();
    return 3L * 4 * layout.units(0) * (encoder.inputs() - starts[0]);
  }

  private static int widthBelow(int l, Parameters layout) {
    return l == 0 ? 0 : layout.units(l - 1);
  }

  private static long array(long bytes) {
    return (ARRAY + bytes + 7) / 8 * 8;
  }

  /**
   * Refuses what does not fit.
   *
   * @param bytes what is needed
   * @param what it is needed for, with the numbers that make it large
   * @param wayOut a whole sentence
   * @throws DataException naming what is needed and what there is
   */
  static void require(long bytes, String what, String wayOut) {
    if (bytes <= free()) {
      return;
    }
    // What nobody uses any more counts as taken until it is swept.
    System.gc();
    long free = free();
    if (bytes > free) {
      throw new DataException(
          what
              + " needs about "
              + megabytes(bytes)
              + " MB of memory, but only "
              + megabytes(free)
              + " MB are left of the "
              + megabytes(Runtime.getRuntime().maxMemory())
              + " MB that Java may take. "
              + wayOut);
    }
  }

  private static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
  }

  private static long megabytes(long bytes) {
    return (bytes >> 20) + 1;
  }
}
