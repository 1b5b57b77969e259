package org.backpropnet.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/why.md says nothing with a number that the textbook network does not say too. */
class WhyTest {
  private static String text;
  private static Map<String, String> facts;

  @BeforeAll
  static void compute() throws IOException {
    text = Files.readString(WhyPage.PAGE);
    facts = WhyNumbers.compute(WhyPage.HOUSES);
  }

  @Test
  void everyNumberIsTheOneTheTextbookComputes() {
    List<String> wrong = new ArrayList<>();
    int found = 0;
    Matcher fact = WhyPage.FACT.matcher(text);
    while (fact.find()) {
      found++;
      if (!fact.group(1).equals(facts.get(fact.group(2)))) {
        wrong.add(fact.group(2) + ": " + fact.group(1) + ", computed " + facts.get(fact.group(2)));
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(found > 30, "numbers found: " + found);
  }

  @Test
  void noNumberStandsWithoutAFact() {
    String rest =
        WhyPage.FACT.matcher(text).replaceAll("").replaceAll("\\([^)]*\\.(md|svg|csv)\\)", "");
    Matcher digit = Pattern.compile(".{0,20}[0-9].{0,20}").matcher(rest);
    assertFalse(digit.find(), () -> "a number without a fact: " + digit.group());
  }

  @Test
  void thePictureIsTheOneThatTheProgramDraws() throws IOException {
    assertEquals(WhyPicture.draw(WhyPage.HOUSES), Files.readString(WhyPage.PICTURE));
  }

  @Test
  void theSentencesAroundTheNumbersHold() {
    assertTrue(number("step-after") < number("step-before"), "a step downhill helps");
    assertTrue(number("step-wrong-way") > number("step-before"), "a step uphill harms");
    assertTrue(number("learned-miss") < number("straight-miss"), "bends pay");
    // 2,000 plain steps come this near to the exact least-squares line.
    assertEquals(number("ols-miss"), number("straight-miss"), 0.01);
    // The nudge of 0.01 is small: slope times nudge tells the change to 2 percent of it or 2e-6.
    assertEquals(
        number("nudge-change"),
        number("slope-times-nudge"),
        Math.max(2e-6, 0.02 * Math.abs(number("nudge-change"))));
    assertEquals(facts.get("slope"), facts.get("slope-measured"));
  }

  private static double number(String id) {
    return Double.parseDouble(facts.get(id).replace(",", ""));
  }
}
