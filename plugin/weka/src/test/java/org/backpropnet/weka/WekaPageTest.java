package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backpropnet.testing.ProjectFiles;
import org.backpropnet.train.Knob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.functions.BackpropNet;
import weka.core.Option;
import weka.core.Utils;

/** The page for Weka's users says what the program does. */
class WekaPageTest {
  private static String page() throws Exception {
    return Files.readString(ProjectFiles.root().resolve("docs").resolve("weka.md"))
        .replace("\r\n", "\n");
  }

  /** The row that a knob has in the table of options. */
  private static String row(Knob knob) {
    Option option = KnobFlags.option(knob);
    return ("| `" + option.synopsis().replace("|", "\\|") + "` | " + knob.title() + " | ")
        + (knob.defaultText() + " | " + knob.help() + " |");
  }

  @ParameterizedTest
  @EnumSource(Knob.class)
  void everyOptionStandsInTheTableInTheWordsOfTheProgram(Knob knob) throws Exception {
    List<String> rows =
        page()
            .lines()
            .filter(
                line ->
                    line.startsWith("| `-" + KnobFlags.flag(knob) + "`")
                        || line.startsWith("| `-" + KnobFlags.flag(knob) + " "))
            .toList();
    assertEquals(List.of(row(knob)), rows, "docs/weka.md needs the row\n" + row(knob) + "\n");
  }

  @Test
  void everyCommandOnThePageHasOptionsThatTheClassifierTakes() throws Exception {
    Matcher command =
        Pattern.compile("(?m)^java \\S+ \\S+ weka.Run \\S*\\.BackpropNet (.*)$").matcher(page());
    List<String> wekas =
        List.of(
            "-t",
            "-T",
            "-l",
            "-d",
            "-x",
            "-s",
            "-c",
            "-p",
            "-z",
            "-threshold-file",
            "-split-percentage");
    int commands = 0;
    while (command.find()) {
      commands++;
      List<String> own = new ArrayList<>();
      String[] parts = Utils.splitOptions(command.group(1));
      for (int p = 0; p < parts.length; p++) {
        if (wekas.contains(parts[p])) {
          p++;
        } else if (!List.of("-no-cv", "-o", "-continue-iterating", "-clean-up", "-h")
            .contains(parts[p])) {
          own.add(parts[p]);
        }
      }
      new BackpropNet().setOptions(own.toArray(new String[0]));
    }
    assertTrue(commands >= 5, "commands found: " + commands);
  }
}
