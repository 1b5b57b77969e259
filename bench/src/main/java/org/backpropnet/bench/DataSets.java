package org.backpropnet.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Reorder;

/** All tables of the accuracy benchmark: those of a folder, and generated ones. */
final class DataSets {
  private static final List<String> TINY =
      List.of("contact-lenses", "weather.nominal", "weather.numeric");

  private static final List<String> SMALL =
      List.of(
          "breast-cancer",
          "credit-g",
          "diabetes",
          "glass",
          "hypothyroid",
          "ionosphere",
          "iris",
          "labor",
          "segment-challenge",
          "segment-test",
          "soybean",
          "unbalanced",
          "vote",
          "airline",
          "cpu",
          "cpu.with.vendor");

  private static final String HOUSING = "california-housing";

  private DataSets() {}

  /** Every table that is there; a line tells of each that is not. */
  static List<DataSet> all(Path folder) {
    List<DataSet> sets = new ArrayList<>();
    SMALL.forEach(name -> addFile(sets, folder, name, DataSet.Group.SMALL));
    sets.addAll(Generators.small());
    addFile(sets, folder, HOUSING, DataSet.Group.MEDIUM);
    sets.addAll(Generators.medium());
    TINY.forEach(name -> addFile(sets, folder, name, DataSet.Group.TINY));
    return sets;
  }

  private static void addFile(List<DataSet> sets, Path folder, String name, DataSet.Group group) {
    Path file = folder.resolve(name + ".arff");
    if (Files.isRegularFile(file)) {
      sets.add(new DataSet(name, group, () -> read(file, name)));
    } else {
      System.out.println("SKIPPED: " + name + ", because there is no " + file);
    }
  }

  private static Instances read(Path file, String name) throws Exception {
    Instances rows = DataSource.read(file.toString());
    if (name.equals("airline")) {
      rows = targetLast(rows);
    }
    rows.setClassIndex(rows.numAttributes() - 1);
    rows.deleteWithMissingClass();
    if (name.equals(HOUSING)) {
      rows.forEach(row -> row.setClassValue(row.classValue() / 100_000));
    }
    return rows;
  }

  /** The number of passengers stands first in its file. */
  private static Instances targetLast(Instances rows) throws Exception {
    Reorder reorder = new Reorder();
    reorder.setAttributeIndices("2-last,first");
    reorder.setInputFormat(rows);
    return Filter.useFilter(rows, reorder);
  }
}
