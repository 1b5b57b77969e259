package org.backpropnet.cli;

import static org.backpropnet.cli.Commands.HOUSES;
import static org.backpropnet.cli.Commands.PLANTS;
import static org.backpropnet.cli.Commands.done;
import static org.backpropnet.cli.Commands.run;
import static org.backpropnet.cli.Commands.says;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.Column;
import org.backpropnet.data.CsvTable;
import org.backpropnet.data.Table;
import org.backpropnet.data.TableOptions;
import org.backpropnet.data.TableOptions.Kind;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Evaluation;
import org.backpropnet.model.Interval;
import org.backpropnet.model.Model;
import org.backpropnet.model.ModelText;
import org.backpropnet.testing.Ran;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands from end to end, in a folder whose name has a blank. */
class CommandLineTest {
  @TempDir private Path temporary;
  private Commands here;

  @BeforeEach
  void makeAFolderWithABlank() throws IOException {
    here = Commands.in(temporary);
  }

  private static Table houses() throws IOException {
    return CsvTable.read(Path.of(HOUSES), TableOptions.AUTO.with("zip", Kind.CATEGORIES));
  }

  private static byte[] bytes(String model) throws IOException {
    return Files.readAllBytes(Path.of(model));
  }

  @Test
  void theHousesAreLearnedPredictedEvaluatedAndShown() throws IOException {
    String model = here.file("houses.bpnet");
    Ran trained =
        done("train", "--data", HOUSES, "--nominal", "zip", "--out", model, "--epochs", "20");
    assertTrue(trained.out().contains("Learned to predict \"price_per_sqft\""), trained.out());
    assertTrue(trained.out().contains(model), trained.out());
    Model same =
        BackpropNet.train(
            houses(),
            "price_per_sqft",
            TrainingPlan.recommended().with(Knob.EPOCHS, "20"),
            EpochListener.SILENT);
    assertArrayEquals(ModelFile.toBytes(same), bytes(model));

    String answers = done("predict", "--model", model, "--data", HOUSES).out();
    String written = here.file("answers.csv");
    done("predict", "--model", model, "--data", HOUSES, "--out", written);
    assertEquals(answers, Files.readString(Path.of(written)));
    assertSameBits(same.predict(houses()), answers, 0);

    assertEquals(
        Evaluation.of(same, houses()).text(),
        done("evaluate", "--model", model, "--data", HOUSES).out());
    assertEquals(ModelText.of(same, 4, false), done("show", "--model", model).out());
    assertEquals(ModelText.of(same, 17, true), done("show", "--model", model, "--complete").out());
  }

  /** Tolerance none: what is printed reads back as the very number that the model answers. */
  private static void assertSameBits(double[][] expected, String csv, int firstColumn) {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    Table read = CsvTable.parse("answers.csv", bytes, TableOptions.AUTO);
    assertEquals(expected.length, read.rowCount());
    for (int r = 0; r < expected.length; r++) {
      for (int k = 0; k < expected[r].length; k++) {
        double value = read.value(r, firstColumn + k);
        assertEquals(Double.valueOf(expected[r][k]), Double.valueOf(value));
      }
    }
  }

  @Test
  void intervalsAreAddedOnRequest() throws IOException {
    String model = here.file("houses.bpnet");
    done("train", "--data", HOUSES, "--nominal", "zip", "--out", model, "--epochs", "5");
    Model net = BackpropNet.load(Path.of(model));
    String answers = done("predict", "--model", model, "--data", HOUSES, "--interval", "0.8").out();
    assertTrue(answers.startsWith("prediction,lower,upper\n"), answers);
    double[][] expected = net.predict(houses());
    for (int r = 0; r < expected.length; r++) {
      double answer = expected[r][0];
      Interval interval = net.interval(answer, 0.8);
      expected[r] = new double[] {answer, interval.lower(), interval.upper()};
    }
    assertSameBits(expected, answers, 0);

    String[] ask = {"predict", "--model", model, "--data", HOUSES, "--interval"};
    says(2, "--interval is \"wide\", but it must be a number.", with(ask, "wide"));
    says(
        2, "The level of an interval is 90.0, but it must be above 0 and below 1", with(ask, "90"));
    says(1, "cannot promise 0.9999", with(ask, "0.9999"));
    String classes = here.file("plants.bpnet");
    String data = here.file("plants.csv", PLANTS);
    done("train", "--data", data, "--out", classes);
    says(1, "it predicts classes", "predict", "--model", classes, "--data", data, "--interval=0.9");
  }

  private static String[] with(String[] words, String last) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add(last);
    return all.toArray(new String[0]);
  }

  @Test
  void classesAreAnsweredByLabelAndProbabilities() throws IOException {
    String model = here.file("plants.bpnet");
    String data = here.file("plants.csv", PLANTS);
    done("train", "--data", data, "--out", model);
    String answers = done("predict", "--model", model, "--data", data).out();
    Model net = BackpropNet.load(Path.of(model));
    Table table = CsvTable.read(Path.of(data), TableOptions.AUTO);
    assertTrue(
        answers.startsWith(
            "prediction,probability of NA,probability of tall,\"probability of x, y\"\n"),
        answers);
    assertSameBits(net.predict(table), answers, 1);
    Path written = Path.of(here.file("answers.csv", answers));
    Column.Nominal found =
        (Column.Nominal) CsvTable.read(written, TableOptions.AUTO).columns().get(0);
    Table read = CsvTable.read(written, TableOptions.AUTO);
    for (int r = 0; r < table.rowCount(); r++) {
      assertEquals(net.predict(table, r).label(), found.labels().get((int) read.value(r, 0)));
    }
    assertTrue(done("evaluate", "--model", model, "--data", data).out().contains("accuracy"));
  }

  @Test
  void newRowsNeedNoTargetAndAreReadAsTheModelLearned() throws IOException {
    String model = here.file("plants.bpnet");
    done("train", "--data", here.file("plants.csv", PLANTS), "--out", model, "--target", "kind");
    // A column of labels that now happen to look like numbers, and rows in another order of
    // columns.
    String rows = here.file("rows.csv", "spot;height\n7;1\n8;\n");
    assertEquals(3, done("predict", "--model", model, "--data", rows).out().lines().count());
    String unknown = here.file("unknown.csv", "height,spot,kind\n1,a,\n");
    assertEquals(2, done("predict", "--model", model, "--data", unknown).out().lines().count());
    says(
        1,
        "has no \"spot\"",
        "predict",
        "--model",
        model,
        "--data",
        here.file("l.csv", "height\n1\n"));
    says(
        1,
        "line 2: column \"height\": \"high\" is no finite number",
        "predict",
        "--model",
        model,
        "--data",
        here.file("words.csv", "height,spot\nhigh,a\n"));
  }

  @Test
  void everyKnobIsAnOptionAndItsDefaultTextChangesNothing() throws IOException {
    String data = here.file("plants.csv", PLANTS);
    List<String> words =
        new ArrayList<>(List.of("train", "--data", data, "--out", here.file("all")));
    for (Knob knob : Knob.values()) {
      words.add(KnobOptions.option(knob).dashed() + "=" + knob.defaultText());
    }
    done(words.toArray(String[]::new));
    done("train", "--data", data, "--out", here.file("none"));
    assertArrayEquals(bytes(here.file("none")), bytes(here.file("all")));
    assertEquals("--hidden-layers", KnobOptions.option(Knob.HIDDEN_LAYERS).dashed());

    done(
        "train",
        "--data",
        data,
        "--out",
        here.file("m"),
        "--hidden-layers",
        "3 relu, 2",
        "--seed=-5");
    Model model = BackpropNet.load(Path.of(here.file("m")));
    assertEquals("3 relu, 2", Knob.HIDDEN_LAYERS.text(model.trained().plan()));
    assertEquals("-5", Knob.SEED.text(model.trained().plan()));
  }

  @Test
  void rowsOfWeightZeroLeaveTheBitsOfAbsentRows() throws IOException {
    String plain = here.file("plants.csv", PLANTS);
    String weighted =
        PLANTS.replace("\n", ",1\n").replace("kind,1\n", "kind,count\n") + "900,a,tall,0\n";
    String counted = here.file("counted.csv", weighted);
    done("train", "--data", plain, "--out", here.file("plain.bpnet"));
    Ran ran = done("train", "--data", counted, "--weight", "count", "--out", here.file("w.bpnet"));
    assertFalse(ran.err().contains("left out"), ran.err());
    assertArrayEquals(
        BackpropNet.load(Path.of(here.file("plain.bpnet"))).copyOfParameters(),
        BackpropNet.load(Path.of(here.file("w.bpnet"))).copyOfParameters(),
        0);
    assertEquals(
        done("evaluate", "--model", here.file("w.bpnet"), "--data", plain).out(),
        done("evaluate", "--model", here.file("w.bpnet"), "--data", counted, "--weight", "count")
            .out());
  }

  @Test
  void aTrainingGoesOnWhereItStood() throws IOException {
    String first = here.file("first.bpnet");
    String[] start = {
      "train", "--data", HOUSES, "--nominal", "zip", "--epochs", "3", "--optimizer", "adam"
    };
    done(with(start, "--resumable", "true", "--out", first));
    String second = here.file("second.bpnet");
    done("train", "--data", HOUSES, "--continue", first, "--out", second, "--threads", "2");
    Model before = BackpropNet.load(Path.of(first));
    Model after = new Model(Training.resume(houses(), before.trained()).run(EpochListener.SILENT));
    assertArrayEquals(ModelFile.toBytes(after), bytes(second));

    done("train", "--data", HOUSES, "--continue", first, "--out", second, "--resumable", "false");
    String data = here.file("plants.csv", PLANTS);
    String out = here.file("x");
    says(1, "cannot go on", with(start, "--continue", second, "--out", out));
    says(
        2,
        "--epochs is 9, but the model that is to go on was begun with 3",
        "train",
        "--data",
        HOUSES,
        "--continue",
        first,
        "--out",
        out,
        "--epochs",
        "9");
    says(
        2,
        "predicts \"price_per_sqft\"",
        "train",
        "--data",
        HOUSES,
        "--continue",
        first,
        "--out",
        out,
        "--target",
        "zip");
    assertEquals(1, run("train", "--data", data, "--continue", first, "--out", out).code());
    assertFalse(Files.exists(Path.of(out)));
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void verboseTellsEachEpochAndOnlyThen() throws IOException {
    String data = here.file("plants.csv", PLANTS);
    String[] train = {
      "train",
      "--data",
      data,
      "--out",
      here.file("m"),
      "--epochs",
      "4",
      "--restarts",
      "1",
      "--optimizer",
      "adam"
    };
    Ran quiet = done(train);
    Ran verbose = done(with(train, "--verbose"));
    assertEquals(0, quiet.err().lines().filter(l -> l.contains(", epoch ")).count());
    assertEquals(4, verbose.err().lines().filter(l -> l.contains(" of 4: loss ")).count());
  }

  @Test
  void notesOfTheReaderAreTold() throws IOException {
    String data = here.file("d.csv", "a;b\n1;1\n2,5;2\n");
    Ran ran = done("train", "--data", data, "--out", here.file("m"));
    assertTrue(ran.err().contains("Note: Column \"a\" is read as categories"), ran.err());
    says(
        1,
        "\"2,5\" is no finite",
        "train",
        "--data",
        data,
        "--out",
        here.file("n"),
        "--numeric",
        "a");
  }

  @Test
  void aTabOrSemicolonFileIsReadAsGiven() throws IOException {
    String comma = here.file("plants.csv", PLANTS);
    String tabs =
        here.file("plants.TSV", PLANTS.replace(", ", "@").replace(',', '\t').replace("@", ", "));
    done("train", "--data", comma, "--out", here.file("c"));
    done("train", "--data", tabs, "--out", here.file("t"));
    done("train", "--data", tabs, "--out", here.file("s"), "--separator", "tab");
    assertArrayEquals(bytes(here.file("c")), bytes(here.file("t")));
    assertArrayEquals(bytes(here.file("c")), bytes(here.file("s")));
  }
}
