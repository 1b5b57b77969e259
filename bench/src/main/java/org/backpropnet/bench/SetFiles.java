package org.backpropnet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/**
 * A table and its folds as files that every side reads.
 *
 * @param set what it is
 * @param rows its rows
 * @param folds its folds
 * @param base the files are this with an ending
 */
record SetFiles(DataSet set, Instances rows, Folds folds, Path base) {
  /** Loads a table and writes its files. */
  static SetFiles write(DataSet set, Path folder, int repeats) throws Exception {
    Instances rows = set.source().rows();
    Files.createDirectories(folder);
    SetFiles files =
        new SetFiles(set, rows, Folds.of(set, rows, repeats), folder.resolve(set.name()));
    SerializationHelper.write(files.file("rows"), rows);
    Files.writeString(Path.of(files.file("csv")), files.csv());
    files.folds.write(Path.of(files.file("folds")));
    return files;
  }

  String file(String ending) {
    return base + "." + ending;
  }

  /** Changes when a cell does, so that figures of older rows are known as such. */
  String stamp() throws IOException {
    CRC32 sum = new CRC32();
    sum.update(Files.readAllBytes(Path.of(file("csv"))));
    return Long.toHexString(sum.getValue());
  }

  /** First line: n for a number, c and the count of labels for categories. Labels by index. */
  private String csv() {
    StringBuilder text = new StringBuilder();
    for (int a = 0; a < rows.numAttributes(); a++) {
      Attribute attribute = rows.attribute(a);
      text.append(a == 0 ? "" : ",")
          .append(attribute.isNominal() ? "c" + attribute.numValues() : "n");
    }
    for (Instance row : rows) {
      for (int a = 0; a < rows.numAttributes(); a++) {
        text.append(a == 0 ? '\n' : ',').append(row.isMissing(a) ? "nan" : row.value(a));
      }
    }
    return text.append('\n').toString();
  }

  boolean nominal() {
    return rows.classAttribute().isNominal();
  }

  /** Spread of a numeric target over all rows. */
  double targetSd() {
    return Math.sqrt(rows.variance(rows.classIndex()));
  }
}
