package org.backpropnet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import weka.core.Instances;

/**
 * Which rows are predicted when: the same for every side.
 *
 * @param ofRow [repeats][rows] the fold, from 0, in which a row is predicted; of a hold-out only
 *     fold 0 is
 */
record Folds(int[][] ofRow) {
  private static final int HOLD_OUTS = 5;

  /** The split of all repeats, classes spread evenly; it depends on nothing but the rows. */
  static Folds of(DataSet set, Instances rows, int repeats) {
    int folds = set.group() == DataSet.Group.MEDIUM ? HOLD_OUTS : DataSet.FOLDS;
    int[][] all = new int[repeats][];
    for (int repeat = 0; repeat < repeats; repeat++) {
      all[repeat] = split(rows, folds, new Random(repeat + 1));
    }
    return new Folds(all);
  }

  private static int[] split(Instances rows, int folds, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int r = 0; r < rows.numInstances(); r++) {
      order.add(r);
    }
    Collections.shuffle(order, random);
    if (rows.classAttribute().isNominal()) {
      // Stable: within a class the order stays random.
      order.sort((a, b) -> Double.compare(rows.get(a).classValue(), rows.get(b).classValue()));
    }
    int[] ofRow = new int[order.size()];
    for (int i = 0; i < ofRow.length; i++) {
      ofRow[order.get(i)] = i % folds;
    }
    return ofRow;
  }

  /** One line per repeat, so that programs in any language can read it. */
  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int[] repeat : ofRow) {
      lines.add(Arrays.stream(repeat).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
    }
    Files.write(file, lines);
  }

  static Folds read(Path file) throws IOException {
    List<int[]> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      all.add(Arrays.stream(line.split(" ", -1)).mapToInt(Integer::parseInt).toArray());
    }
    return new Folds(all.toArray(new int[0][]));
  }

  /** Rows that are predicted (or, if not, that are learned from). */
  Instances rows(Instances all, int repeat, int fold, boolean predicted) {
    Instances some = new Instances(all, all.numInstances());
    for (int r = 0; r < all.numInstances(); r++) {
      if (ofRow[repeat - 1][r] == fold - 1 == predicted) {
        some.add(all.get(r));
      }
    }
    return some;
  }
}
