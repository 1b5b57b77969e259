package org.backpropnet.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backpropnet.testing.ProjectFiles;

/** Where docs/why.md and its picture lie; writes the numbers into the one and draws the other. */
final class WhyPage {
  static final Path HOUSES = ProjectFiles.testData("houses.csv");
  static final Path PAGE = ProjectFiles.root().resolve("docs/why.md");
  static final Path PICTURE = ProjectFiles.root().resolve("docs/pictures/backyard.svg");

  /** A number in the text is followed by the name of its fact: 12.3&lt;!--start-miss--&gt;. */
  static final Pattern FACT = Pattern.compile("(-?[0-9][0-9,.]*)<!--([a-z-]+)-->");

  private WhyPage() {}

  /** Brings the numbers of the page and the picture up to date. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> facts = WhyNumbers.compute(HOUSES);
    String page =
        FACT.matcher(Files.readString(PAGE))
            .replaceAll(
                fact ->
                    Matcher.quoteReplacement(
                        facts.get(fact.group(2)) + "<!--" + fact.group(2) + "-->"));
    Files.writeString(PAGE, page);
    Files.createDirectories(PICTURE.getParent());
    Files.writeString(PICTURE, WhyPicture.draw(HOUSES));
  }
}
