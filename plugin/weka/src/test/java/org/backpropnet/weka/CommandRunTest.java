package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.BackpropNet;
import weka.core.Utils;

/** Errors on the command line: one line and an exit code, but never the end of Weka's windows. */
class CommandRunTest {
  @TempDir private Path folder;

  private record Printed(int code, String out, String err) {}

  private String table() throws Exception {
    return Files.writeString(folder.resolve("t.arff"), Rows.classes(60).toString()).toString();
  }

  private Printed run(String options) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = Utils.splitOptions(options.replace("$", Utils.backQuoteChars(table())));
    int code =
        CommandRun.run(
            new BackpropNet(),
            words,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Printed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-t $ -N 0 | Option -N: epochs is",
        "-t $ -H 8, | Option -H: hiddenLayers is",
        "-t $ -optimizer best | Option -optimizer: optimizer is",
        "-t $ -no-such-option 3 | Illegal options: -no-such-option 3",
        "-t nowhere.arff | nowhere.arff",
        "-N 3 | No training file",
      })
  void anErrorIsOneLineAndExitCodeOne(String options, String part) throws Exception {
    Printed printed = run(options);
    assertEquals(1, printed.code());
    assertEquals(1, printed.err().lines().count(), printed.err());
    assertTrue(printed.err().startsWith("BackpropNet: "), printed.err());
    assertTrue(printed.err().contains(part), printed.err());
    assertEquals("", printed.out());
  }

  @Test
  void helpIsNoError() throws Exception {
    Printed printed = run("-h");
    assertEquals(0, printed.code());
    assertTrue(printed.out().contains("-H <auto"), printed.out());
    assertEquals("", printed.err());
  }

  @ParameterizedTest
  @CsvSource({
    "-t $ -x 3 -N 3, Stratified cross-validation",
    "-t $ -T $ -N 3, Error on test data",
    "-t $ -T $ -N 3 -p 0, Predictions on test data",
    "-t $ -no-cv -N 3, Classifier model"
  })
  void aGoodRunPrintsItsResult(String options, String part) throws Exception {
    Printed printed = run(options);
    assertEquals(0, printed.code(), printed.err());
    assertTrue(printed.out().contains(part), printed.out());
  }

  @Test
  void theThresholdFileIsWritten() throws Exception {
    Path file = folder.resolve("threshold.csv");
    Printed printed = run("-t $ -x 3 -N 3 -threshold-file " + Utils.quote(file.toString()));
    assertEquals(0, printed.code(), printed.err());
    assertTrue(Files.readString(file).contains("True Positive Rate"));
  }

  /** If main ended the Java machine, so would these tests. */
  @Test
  void mainNeverEndsTheJavaMachine() {
    BackpropNet.main(new String[] {"-N", "0"});
  }

  /** Nor does weka.Run in a thread of the Simple CLI, which is never called main. */
  @Test
  void inAThreadOfWekasWindowsNothingEnds() throws Exception {
    List<Boolean> program = new ArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              program.add(CommandRun.isProgram());
              new BackpropNet().run(new BackpropNet(), new String[] {"-N", "0"});
            });
    thread.start();
    thread.join();
    assertEquals(List.of(false), program);
  }

  @Test
  void wekaRunEndsWithTheExitCode() throws Exception {
    assertEquals(1, wekaRun("-t", table(), "-N", "0"));
    assertEquals(0, wekaRun("-t", table(), "-N", "2", "-no-cv"));
  }

  private int wekaRun(String... options) throws Exception {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Djava.awt.headless=true", "-Dweka.packageManager.offline=true"));
    command.addAll(List.of("-cp", path, "weka.Run", BackpropNet.class.getName()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("WEKA_HOME", folder.toString());
    builder.redirectOutput(folder.resolve("printed.txt").toFile());
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "weka.Run did not end");
    } finally {
      process.destroyForcibly();
    }
    assertFalse(Files.readString(folder.resolve("printed.txt")).contains("\tat "));
    return process.exitValue();
  }
}
