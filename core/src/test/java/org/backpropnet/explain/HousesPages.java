package org.backpropnet.explain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.backpropnet.data.CsvTable;
import org.backpropnet.data.Table;
import org.backpropnet.data.TableOptions;
import org.backpropnet.model.Model;
import org.backpropnet.testing.ProjectFiles;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Snapshots;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/**
 * The pages about the houses that lie in docs, as the commands of complete-picture.md make them.
 */
enum HousesPages {
  /** Nothing set. */
  HOUSES("houses.html", "good"),

  /** One network, scaled numbers, plain steps downhill. */
  TEXTBOOK("houses-textbook.html", "textbook");

  private static final int ROW = 17;
  private static final String UNIT = "dollars per square foot";

  private final String file;
  private final String preset;

  HousesPages(String file, String preset) {
    this.file = file;
    this.preset = preset;
  }

  Path path() {
    return ProjectFiles.root().resolve("docs").resolve(file);
  }

  static Table table() throws IOException {
    TableOptions zips = TableOptions.AUTO.with("zip", TableOptions.Kind.CATEGORIES);
    return CsvTable.read(ProjectFiles.testData("houses.csv"), zips);
  }

  Model train() throws IOException {
    TrainingPlan plan = TrainingPlan.recommended().with(Knob.PRESET, preset);
    Training training = Training.start(table(), "price_per_sqft", plan);
    return new Model(Snapshots.run(training, EpochListener.SILENT));
  }

  CompletePicture picture(Model model) throws IOException {
    return CompletePicture.of(new Question(model, table(), ROW - 1, UNIT));
  }

  void write() throws IOException {
    Files.writeString(path(), picture(train()).html(), StandardCharsets.UTF_8);
  }
}
