package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.backpropnet.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.core.Utils;

/** The commands of docs/weka.md, run one after the other as a reader runs them. */
class PageCommandsIT {
  private static final Path ZIP = Path.of(System.getProperty("backpropnet.wekaPackage"));
  private static final String START = "java -cp weka.jar ";

  @TempDir private Path temporary;

  /** A folder that looks like the top of the project to the commands. */
  private Path project() throws Exception {
    Path top = Files.createDirectories(temporary.resolve("clone"));
    Path tables = Files.createDirectories(top.resolve("test-data"));
    for (String table : List.of("houses.arff", "two-spirals.arff")) {
      Files.copy(ProjectFiles.testData(table), tables.resolve(table));
    }
    Path built = Files.createDirectories(top.resolve("plugin/weka/target"));
    Files.copy(ZIP, built.resolve(ZIP.getFileName()));
    return top;
  }

  @Test
  void everyCommandOfThePageWorksAsItStandsThere() throws Exception {
    WekaHome weka = new WekaHome(temporary.resolve("home"), project());
    Path page = ProjectFiles.root().resolve("docs").resolve("weka.md");
    List<String> commands =
        Files.readAllLines(page).stream().filter(line -> line.startsWith(START)).toList();
    assertTrue(commands.size() >= 15, "commands: " + commands.size());
    for (String command : commands) {
      String[] words = Utils.splitOptions(command.substring(START.length()));
      Object[] arguments = Arrays.copyOfRange(words, 1, words.length);
      WekaHome.Outcome outcome = weka.tryToRun(words[0], arguments);
      assertEquals(0, outcome.exitCode(), () -> command + "\n" + outcome.text());
      assertFalse(outcome.text().contains("\tat "), () -> command + "\n" + outcome.text());
      assertFalse(outcome.text().isBlank(), command);
    }
    for (String file :
        List.of("spirals.model", "second.model", "spirals.bpnet", "roc.arff", "results.csv")) {
      assertTrue(Files.size(temporary.resolve("clone").resolve(file)) > 0, file);
    }
  }
}
