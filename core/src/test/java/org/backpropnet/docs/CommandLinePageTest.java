package org.backpropnet.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.backpropnet.cli.CommandLine;
import org.backpropnet.testing.PageCommands;
import org.backpropnet.testing.ProjectFiles;
import org.backpropnet.testing.Ran;
import org.backpropnet.train.Knob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of docs/command-line.md works as it stands there. */
class CommandLinePageTest {
  private static final String PAGE = "docs/command-line.md";

  @TempDir private Path folder;

  @Test
  void everyLineOfThePageRuns() throws IOException {
    String version =
        Files.readString(ProjectFiles.root().resolve("pom.xml"))
            .replaceFirst("(?s).*?<version>([^<]+)</version>.*", "$1");
    String jar = "java -jar core/target/backprop-net-core-" + version + ".jar ";
    List<List<String>> commands = PageCommands.of(PAGE, jar);
    assertEquals(PageCommands.of(PAGE, "java -jar ").size(), commands.size(), "other jars");
    for (String name :
        List.of("train", "predict", "evaluate", "show", "export", "explain", "verify")) {
      assertTrue(commands.stream().anyMatch(words -> words.get(0).equals(name)), name);
    }
    CommandLine program = new CommandLine("backpropnet", CommandLine.csvReaders());
    for (List<String> words : commands) {
      Ran ran = Ran.of(program::run, PageCommands.inFolder(words, folder));
      assertEquals(CommandLine.DONE, ran.code(), () -> words + ": " + ran.err());
    }
    assertTrue(Files.exists(folder.resolve("my answers.csv")));
    assertTrue(Files.exists(folder.resolve("houses.xlsx")));
    assertFalse(Files.exists(Path.of("houses.bpnet")), "files went to the folder");
  }

  @Test
  void thePageNamesTheOptionsThatAreNoKnobs() throws IOException {
    String page = Files.readString(ProjectFiles.root().resolve(PAGE));
    CommandLine program = new CommandLine("backpropnet", CommandLine.csvReaders());
    List<String> options =
        Ran.of(program::run, "train", "--help")
            .out()
            .lines()
            .filter(line -> line.startsWith("--"))
            .map(line -> line.split(" ", 2)[0])
            .toList();
    assertTrue(options.size() > Knob.values().length);
    for (String option : options.subList(0, options.size() - Knob.values().length)) {
      assertTrue(page.contains(option), option);
    }
  }
}
