package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.backpropnet.testing.PageCommands;
import org.backpropnet.testing.ProjectFiles;
import org.backpropnet.testing.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line with ARFF files. */
class MainTest {
  @TempDir private Path folder;

  private static Ran run(String... words) {
    return Ran.of(Main.commandLine()::run, words);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void theSameRowsGiveTheSameModelFromArffAndCsv() throws IOException {
    String arff = ProjectFiles.testData("houses.arff").toString();
    String csv = ProjectFiles.testData("houses.csv").toString();
    Ran one = run("train", "--data", arff, "--out", file("a.bpnet"), "--epochs", "10");
    Ran two =
        run("train", "--data", csv, "--nominal", "zip", "--out", file("c.bpnet"), "--epochs", "10");
    assertEquals(0, one.code(), one.err());
    assertEquals(0, two.code(), two.err());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a.bpnet")),
        Files.readAllBytes(folder.resolve("c.bpnet")));
    Ran fromArff = run("predict", "--model", file("c.bpnet"), "--data", arff);
    assertEquals(fromArff, run("predict", "--model", file("a.bpnet"), "--data", csv));
    assertEquals(2099, fromArff.out().lines().count());
  }

  @Test
  void everyLineOfThePageRuns() throws IOException {
    List<List<String>> commands =
        PageCommands.of("docs/command-line.md", "java -cp \"weka.jar:").stream()
            .map(words -> words.subList(words.indexOf(Main.class.getName()) + 1, words.size()))
            .toList();
    assertEquals(2, commands.size());
    for (List<String> words : commands) {
      Ran ran = run(PageCommands.inFolder(words, folder));
      assertEquals(0, ran.code(), () -> words + ": " + ran.err());
    }
  }

  @Test
  void arffFilesThatCannotBeReadAreNamed() throws IOException {
    String broken =
        file("broken.arff", "@relation r\n@attribute a numeric\n@attribute b {x}\n@data\n1,y\n");
    String good = file("good.arff", "@relation r\n@attribute a numeric\n@data\n1\n");
    says("broken.arff\" is no ARFF file that Weka can read", "--data", broken);
    says("none.arff\" does not exist", "--data", file("none.arff"));
    says("says itself what its columns are", "--data", good, "--nominal", "a");
    says("must end in one of [arff, csv, tsv, txt]", "--data", file("x.xls"));
    Files.write(folder.resolve("latin.arff"), new byte[] {'%', (byte) 0xFC, '\n'});
    says("latin.arff\" is no text in UTF-8", "--data", file("latin.arff"));
  }

  private void says(String part, String... options) {
    String[] words = new String[options.length + 3];
    words[0] = "train";
    words[1] = "--out";
    words[2] = file("out.bpnet");
    System.arraycopy(options, 0, words, 3, options.length);
    Ran ran = run(words);
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains(part), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertFalse(Files.exists(folder.resolve("out.bpnet")));
  }
}
