package org.backpropnet.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that a page of the documentation shows for copying into a terminal. */
public final class PageCommands {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private PageCommands() {}

  /**
   * The commands of a page whose lines begin in a certain way, in their order.
   *
   * @param page path from the top of the project
   * @param start how the lines begin
   * @return for each line the words that follow the start; words in quotes may hold blanks
   * @throws IOException if the page cannot be read
   */
  public static List<List<String>> of(String page, String start) throws IOException {
    List<List<String>> commands = new ArrayList<>();
    for (String line : Files.readAllLines(ProjectFiles.root().resolve(page))) {
      if (line.strip().startsWith(start)) {
        commands.add(words(line.strip().substring(start.length())));
      }
    }
    return commands;
  }

  /**
   * The same words with files in their places: those of test-data where they are, all others in a
   * folder.
   *
   * @param words of a command
   * @param folder for files that the commands write
   * @return the words to run
   */
  public static String[] inFolder(List<String> words, Path folder) {
    return words.stream()
        .map(
            word -> {
              if (word.startsWith("test-data/")) {
                return ProjectFiles.testData(word.substring("test-data/".length())).toString();
              }
              return word.matches(".*\\.(bpnet|csv|xlsx|html)")
                  ? folder.resolve(word).toString()
                  : word;
            })
        .toArray(String[]::new);
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }
}
