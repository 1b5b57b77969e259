package org.backpropnet.knime.adapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.CsvTable;
import org.backpropnet.data.TableOptions;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.backpropnet.testing.ProjectFiles;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;
import weka.core.Instance;
import weka.core.Instances;

/** One table, one seed: the same model through KNIME's rows, through Weka's, and without a host. */
class SameBitsAsWekaTest {
  private static final String TARGET = "price_per_sqft";
  private static final TrainingPlan PLAN =
      TrainingPlan.of(Map.of(Knob.SEED, "7", Knob.EPOCHS, "6", Knob.HIDDEN_LAYERS, "5"));

  private static Instances houses() throws Exception {
    try (Reader reader = Files.newBufferedReader(ProjectFiles.testData("houses.arff"))) {
      Instances houses = new Instances(reader);
      houses.setClass(houses.attribute(TARGET));
      return houses;
    }
  }

  /** The rows as KNIME holds them: labels as texts, which the table need not list. */
  private static Cells cells(Instance row) {
    Object[] cells = new Object[row.numAttributes()];
    for (int a = 0; a < cells.length; a++) {
      Object there = row.attribute(a).isNominal() ? row.stringValue(a) : (Object) row.value(a);
      cells[a] = row.isMissing(a) ? null : there;
    }
    return new Cells(cells);
  }

  private static List<HostColumn> columns(Instances header) {
    List<HostColumn> columns = new ArrayList<>();
    for (int a = 0; a < header.numAttributes(); a++) {
      String name = header.attribute(a).name();
      boolean nominal = header.attribute(a).isNominal();
      columns.add(nominal ? HostColumn.category(name) : HostColumn.number(name));
    }
    return columns;
  }

  @Test
  void housesThroughAllThreeDoors() throws Exception {
    Instances houses = houses();
    List<HostColumn> columns = columns(houses);
    TableReading reading = new TableReading(columns, houses.numInstances());
    for (Instance row : houses) {
      reading.add(cells(row));
    }
    Model knime = new Model(WatchedTraining.start(reading.table(), TARGET, PLAN).run(new Nobody()));

    CsvTable csv =
        CsvTable.read(
            ProjectFiles.testData("houses.csv"),
            TableOptions.AUTO.with("zip", TableOptions.Kind.CATEGORIES));
    Model core = BackpropNet.train(csv, TARGET, PLAN, EpochListener.SILENT);
    assertArrayEquals(ModelFile.toBytes(core), ModelFile.toBytes(knime));

    weka.classifiers.functions.BackpropNet weka = new weka.classifiers.functions.BackpropNet();
    weka.setOptions(new String[] {"-S", "7", "-N", "6", "-H", "5"});
    weka.buildClassifier(houses);
    Answers answers = new Answers(knime, columns, true);
    for (Instance row : houses) {
      assertEquals(
          weka.distributionForInstance(row)[0], (double) answers.of(cells(row)).get(0), 0.0);
    }
  }
}
