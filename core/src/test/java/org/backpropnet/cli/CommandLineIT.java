package org.backpropnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.backpropnet.testing.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as a program in a process of its own. */
class CommandLineIT {
  private static final Path JAR = Path.of(System.getProperty("backpropnet.bundle"));

  @TempDir private Path folder;

  @Test
  void theJarIsAProgramThatWritesUtf8AndEndsWithItsExitCode() throws Exception {
    Path data =
        Files.writeString(folder.resolve("plants of all kinds.csv"), "a,k\n1,gr\u00fcn\n2,rot\n");
    Path model = folder.resolve("a model.bpnet");
    Ran trained = java("train", "--data", data, "--out", model);
    assertEquals(CommandLine.DONE, trained.code(), trained.err());
    Ran answers = java("predict", "--model", model, "--data", data);
    assertEquals(CommandLine.DONE, answers.code(), answers.err());
    assertTrue(answers.out().contains("probability of gr\u00fcn"), answers.out());
    Path sheet = folder.resolve("a sheet.xlsx");
    Ran exported = java("export", "--model", model, "--data", data, "--out", sheet);
    assertEquals(CommandLine.DONE, exported.code(), exported.err());
    assertTrue(Files.size(sheet) > 0);
    assertEquals(CommandLine.FAILED, java("show", "--model", data).code());
    assertEquals(CommandLine.MISUSED, java("shew").code());
  }

  /** On a system whose own encoding has no umlauts. */
  private Ran java(Object... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dfile.encoding=US-ASCII", "-jar", JAR.toString()));
    for (Object word : words) {
      command.add(word.toString());
    }
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int code = process.waitFor();
    return new Ran(
        code,
        Files.readString(out),
        new String(Files.readAllBytes(err), StandardCharsets.ISO_8859_1));
  }
}
