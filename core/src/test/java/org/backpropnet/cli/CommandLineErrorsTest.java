package org.backpropnet.cli;

import static org.backpropnet.cli.Commands.PLANTS;
import static org.backpropnet.cli.Commands.done;
import static org.backpropnet.cli.Commands.run;
import static org.backpropnet.cli.Commands.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.backpropnet.testing.Ran;
import org.backpropnet.train.Knob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help, and what is said when words or data are wrong. */
class CommandLineErrorsTest {
  @TempDir private Path temporary;
  private Commands here;

  @BeforeEach
  void makeAFolderWithABlank() throws IOException {
    here = Commands.in(temporary);
  }

  @Test
  void helpListsEveryCommandOptionAndKnobInTheOneWording() {
    Ran all = done("--help");
    for (String command :
        List.of("train", "predict", "evaluate", "show", "export", "explain", "verify")) {
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
    String data = here.file("plants.csv", PLANTS);
    String out = here.file("m");
    says(2, "\"learn\" is no command. It must be one of train, predict", "learn");
    String[] export = {"export", "--model", out, "--data", data, "--out"};
    says(2, "must end in .xlsx", with(export, here.file("a.xls")));
    says(2, "from 1 to 1048575", with(export, here.file("a.xlsx"), "--rows", "0"));
    says(2, "from 1 to 1048575", with(export, here.file("a.xlsx"), "--rows", "1e3"));
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
    String data = here.file("plants.csv", PLANTS);
    String out = here.file("m");
    says(1, "none.csv\" does not exist", "train", "--data", here.file("none.csv"), "--out", out);
    says(
        1,
        "must end in one of [csv, tsv, txt]",
        "train",
        "--data",
        here.file("x.xls"),
        "--out",
        out);
    says(1, "no column \"size\"", "train", "--data", data, "--out", out, "--target", "size");
    says(1, "no column \"size\"", "train", "--data", data, "--out", out, "--nominal", "size");
    says(1, "no column \"size\"", "train", "--data", data, "--out", out, "--weight", "size");
    says(1, "is empty", "train", "--data", here.file("e.csv", ""), "--out", out);
    says(1, "its folder does not exist", "train", "--data", data, "--out", here.file("no/m"));
    says(1, "is a folder", "train", "--data", data, "--out", here.folder().toString());
    says(1, "no model of Backprop Net", "show", "--model", data);
    says(1, "m.bpnet\" does not exist", "predict", "--model", here.file("m.bpnet"), "--data", data);
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
        here.file("x.csv", "height,spot\n1,a\n"));
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }
}
