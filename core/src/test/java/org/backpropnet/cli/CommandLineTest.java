package org.backpropnet.cli;

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
import org.backpropnet.model.Model;
import org.backpropnet.model.ModelText;
import org.backpropnet.testing.ProjectFiles;
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
  private static final String HOUSES = ProjectFiles.testData("houses.csv").toString();
  private static final String PLANTS =
      "height,spot,kind\n1,a,tall\n2,b,\"NA\"\n3,a,tall\n4,b,\"x, y\"\n5,a,\"NA\"\n6,b,\"x, y\"\n";

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void makeAFolderWithABlank() throws IOException {
    folder = Files.createDirectory(temporary.resolve("my models"));
  }

  private static Ran run(String... words) {
    return Ran.of(new CommandLine("backpropnet", CommandLine.csvReaders())::run, words);
  }

  private static Ran done(String... words) {
    Ran ran = run(words);
    assertEquals(CommandLine.DONE, ran.code(), ran.err());
    return ran;
  }

  private static void says(int code, String part, String... words) {
    Ran ran = run(words);
    assertEquals(code, ran.code(), ran.err());
    assertTrue(ran.err().contains(part), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertEquals("", ran.out());
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static Table houses() throws IOException {
    return CsvTable.read(Path.of(HOUSES), TableOptions.AUTO.with("zip", Kind.CATEGORIES));
  }

  private static byte[] bytes(String model) throws IOException {
    return Files.readAllBytes(Path.of(model));
  }

  @Test
  void theHousesAreLearnedPredictedEvaluatedAndShown() throws IOException {
    String model = file("houses.bpnet");
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
    String written = file("answers.csv");
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
  void classesAreAnsweredByLabelAndProbabilities() throws IOException {
    String model = file("plants.bpnet");
    String data = file("plants.csv", PLANTS);
    done("train", "--data", data, "--out", model);
    String answers = done("predict", "--model", model, "--data", data).out();
    Model net = BackpropNet.load(Path.of(model));
    Table table = CsvTable.read(Path.of(data), TableOptions.AUTO);
    assertTrue(
        answers.startsWith(
            "prediction,probability of NA,probability of tall,\"probability of x, y\"\n"),
        answers);
    assertSameBits(net.predict(table), answers, 1);
    Path written = Path.of(file("answers.csv", answers));
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
    String model = file("plants.bpnet");
    done("train", "--data", file("plants.csv", PLANTS), "--out", model, "--target", "kind");
    // A column of labels that now happen to look like numbers, and rows in another order of
    // columns.
    String rows = file("rows.csv", "spot;height\n7;1\n8;\n");
    assertEquals(3, done("predict", "--model", model, "--data", rows).out().lines().count());
    String unknown = file("unknown.csv", "height,spot,kind\n1,a,\n");
    assertEquals(2, done("predict", "--model", model, "--data", unknown).out().lines().count());
    says(1, "has no \"spot\"", "predict", "--model", model, "--data", file("l.csv", "height\n1\n"));
    says(
        1,
        "line 2: column \"height\": \"high\" is no finite number",
        "predict",
        "--model",
        model,
        "--data",
        file("words.csv", "height,spot\nhigh,a\n"));
  }

  @Test
  void everyKnobIsAnOptionAndItsDefaultTextChangesNothing() throws IOException {
    String data = file("plants.csv", PLANTS);
    List<String> words = new ArrayList<>(List.of("train", "--data", data, "--out", file("all")));
    for (Knob knob : Knob.values()) {
      words.add(KnobOptions.option(knob).dashed() + "=" + knob.defaultText());
    }
    done(words.toArray(String[]::new));
    done("train", "--data", data, "--out", file("none"));
    assertArrayEquals(bytes(file("none")), bytes(file("all")));
    assertEquals("--hidden-layers", KnobOptions.option(Knob.HIDDEN_LAYERS).dashed());

    done("train", "--data", data, "--out", file("m"), "--hidden-layers", "3 relu, 2", "--seed=-5");
    Model model = BackpropNet.load(Path.of(file("m")));
    assertEquals("3 relu, 2", Knob.HIDDEN_LAYERS.text(model.trained().plan()));
    assertEquals("-5", Knob.SEED.text(model.trained().plan()));
  }

  @Test
  void rowsOfWeightZeroLeaveTheBitsOfAbsentRows() throws IOException {
    String plain = file("plants.csv", PLANTS);
    String weighted =
        PLANTS.replace("\n", ",1\n").replace("kind,1\n", "kind,count\n") + "900,a,tall,0\n";
    String counted = file("counted.csv", weighted);
    done("train", "--data", plain, "--out", file("plain.bpnet"));
    Ran ran = done("train", "--data", counted, "--weight", "count", "--out", file("w.bpnet"));
    assertTrue(ran.err().contains("1 rows are left out"), ran.err());
    assertArrayEquals(
        BackpropNet.load(Path.of(file("plain.bpnet"))).copyOfParameters(),
        BackpropNet.load(Path.of(file("w.bpnet"))).copyOfParameters(),
        0);
    assertEquals(
        done("evaluate", "--model", file("w.bpnet"), "--data", plain).out(),
        done("evaluate", "--model", file("w.bpnet"), "--data", counted, "--weight", "count").out());
  }

  @Test
  void aTrainingGoesOnWhereItStood() throws IOException {
    String first = file("first.bpnet");
    String[] start = {
      "train", "--data", HOUSES, "--nominal", "zip", "--epochs", "3", "--optimizer", "adam"
    };
    done(with(start, "--resumable", "true", "--out", first));
    String second = file("second.bpnet");
    done("train", "--data", HOUSES, "--continue", first, "--out", second, "--threads", "2");
    Model before = BackpropNet.load(Path.of(first));
    Model after = new Model(Training.resume(houses(), before.trained()).run(EpochListener.SILENT));
    assertArrayEquals(ModelFile.toBytes(after), bytes(second));

    done("train", "--data", HOUSES, "--continue", first, "--out", second, "--resumable", "false");
    String data = file("plants.csv", PLANTS);
    String out = file("x");
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
    String data = file("plants.csv", PLANTS);
    String[] train = {
      "train",
      "--data",
      data,
      "--out",
      file("m"),
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
    String data = file("d.csv", "a;b\n1;1\n2,5;2\n");
    Ran ran = done("train", "--data", data, "--out", file("m"));
    assertTrue(ran.err().contains("Note: Column \"a\" is read as categories"), ran.err());
    says(1, "\"2,5\" is no finite", "train", "--data", data, "--out", file("n"), "--numeric", "a");
  }

  @Test
  void helpListsEveryCommandOptionAndKnobInTheOneWording() {
    Ran all = done("--help");
    for (String command : List.of("train", "predict", "evaluate", "show")) {
      assertTrue(all.out().contains("\n" + command + "\n"), all.out());
      assertTrue(done(command, "--help").out().contains("--"));
    }
    assertEquals(all, done("help"));
    String train = done("train", "--data", "x", "--help").out();
    String oneLine = train.replaceAll("\\s+", " ");
    for (Knob knob : Knob.values()) {
      assertTrue(train.contains("\n" + KnobOptions.option(knob).synopsis() + "\n"), knob.key());
      String words = knob.title() + ": " + knob.help() + " (default " + knob.defaultText() + ")";
      assertTrue(oneLine.contains(words), knob.key());
    }
    assertTrue(train.lines().allMatch(line -> line.length() <= 80), train);
    Ran none = run();
    assertEquals(CommandLine.MISUSED, none.code());
    assertEquals(all.out(), none.out());
  }

  @Test
  void wrongWordsAreNamedInOneLineWithExitCodeTwo() throws IOException {
    String data = file("plants.csv", PLANTS);
    String out = file("m");
    says(2, "\"learn\" is no command. It must be one of train, predict", "learn");
    says(2, "\"--hiden\" is no option", "train", "--hiden", "3");
    says(2, "\"houses.csv\" is no option", "train", "houses.csv");
    says(2, "--data has no value: --data FILE", "train", "--data");
    says(2, "--data has no value", "train", "--data", "--out", out);
    says(2, "--out FILE is missing", "train", "--data", data);
    says(2, "--model FILE is missing", "show");
    says(2, "--data FILE is missing", "train", "--out", out);
    says(2, "--verbose takes no value", "train", "--verbose=yes");
    says(2, "--seed is given twice", "train", "--seed", "1", "--seed", "2");
    says(2, "--epochs: epochs is 0", "train", "--data", data, "--out", out, "--epochs", "0");
    says(2, "--loss: loss is \"l\"", "train", "--data", data, "--out", out, "--loss", "l");
    says(2, "comma, semicolon or tab", "train", "--data", data, "--out", out, "--separator", "x");
    says(2, "--out would overwrite", "train", "--data", data, "--out", data);
    says(
        2,
        "cannot be both",
        "train",
        "--data",
        data,
        "--out",
        out,
        "--nominal",
        "spot",
        "--numeric",
        "spot");
    assertFalse(Files.exists(Path.of(out)));
    assertEquals(PLANTS, Files.readString(Path.of(data)));
  }

  @Test
  void wrongDataAreNamedInOneLineWithExitCodeOne() throws IOException {
    String data = file("plants.csv", PLANTS);
    String out = file("m");
    says(1, "none.csv\" does not exist", "train", "--data", file("none.csv"), "--out", out);
    says(1, "must end in one of [csv, tsv, txt]", "train", "--data", file("x.xls"), "--out", out);
    says(1, "no column \"size\"", "train", "--data", data, "--out", out, "--target", "size");
    says(1, "no column \"size\"", "train", "--data", data, "--out", out, "--nominal", "size");
    says(1, "no column \"size\"", "train", "--data", data, "--out", out, "--weight", "size");
    says(1, "is empty", "train", "--data", file("e.csv", ""), "--out", out);
    says(1, "its folder does not exist", "train", "--data", data, "--out", file("no/m"));
    says(1, "is a folder", "train", "--data", data, "--out", folder.toString());
    says(1, "no model of Backprop Net", "show", "--model", data);
    says(1, "m.bpnet\" does not exist", "predict", "--model", file("m.bpnet"), "--data", data);
    assertFalse(Files.exists(Path.of(out)));
    done("train", "--data", data, "--out", out);
    String model = out;
    says(2, "--out would", "predict", "--model", model, "--data", data, "--out", model);
    says(2, "--out would", "predict", "--model", model, "--data", data, "--out", data);
    says(
        1,
        "no column \"kind\"",
        "evaluate",
        "--model",
        model,
        "--data",
        file("x.csv", "height,spot\n1,a\n"));
  }

  @Test
  void aTabOrSemicolonFileIsReadAsGiven() throws IOException {
    String comma = file("plants.csv", PLANTS);
    String tabs =
        file("plants.TSV", PLANTS.replace(", ", "@").replace(',', '\t').replace("@", ", "));
    done("train", "--data", comma, "--out", file("c"));
    done("train", "--data", tabs, "--out", file("t"));
    done("train", "--data", tabs, "--out", file("s"), "--separator", "tab");
    assertArrayEquals(bytes(file("c")), bytes(file("t")));
    assertArrayEquals(bytes(file("c")), bytes(file("s")));
  }
}
