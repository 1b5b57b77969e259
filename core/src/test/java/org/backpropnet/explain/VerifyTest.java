package org.backpropnet.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.math.SplitMix;
import org.backpropnet.model.Model;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Changed pages, models and rows are caught, with the fingerprints switched off. */
class VerifyTest {
  private static final int MUTATIONS = 1000;
  private static final Pattern SHOWN =
      Pattern.compile("<b data-fact=\"([^\"]*)\" title=\"[^\"]*\">([^<]*)</b>");

  private static Pictured houses;
  private static CompletePicture picture;
  private static String page;
  private static Verify verify;

  /** Rows are held out, so that no twin is trained each time that its page is worked out again. */
  private static Pictured small;

  private static String smallPage;

  @BeforeAll
  static void paint() {
    houses = Pictured.train(Pictured.houses(120), "price_per_sqft", "HIDDEN_LAYERS", "3 tanh");
    picture = houses.picture();
    page = picture.html();
    verify = Verify.of(page, houses.model(), houses.table(), false);
    small =
        Pictured.train(
            Pictured.houses(40),
            "price_per_sqft",
            "HIDDEN_LAYERS",
            "2 tanh",
            "VALIDATION_SHARE",
            "0.25",
            "EPOCHS",
            "15");
    smallPage = small.picture().html();
  }

  private static char other(char digit, SplitMix random) {
    return (char) ('0' + (digit - '0' + 1 + random.nextInt(9)) % 10);
  }

  /** Places of all digits in a region. */
  private static List<Integer> digits(String text, int from, int to) {
    List<Integer> places = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        places.add(i);
      }
    }
    return places;
  }

  @Test
  void anUnchangedPageHolds() {
    assertEquals(List.of(), verify.faults(page));
    assertEquals(List.of(), Verify.of(page, houses.model(), houses.table(), true).faults(page));
    assertTrue(verify.factCount() > 100);
  }

  @Test
  void aChangedDigitInASentenceIsCaughtAndTheFactIsNamed() {
    SplitMix random = new SplitMix(1);
    List<int[]> numbers = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    Matcher shown = SHOWN.matcher(page);
    while (shown.find()) {
      for (int place : digits(page, shown.start(2), shown.end(2))) {
        numbers.add(new int[] {place});
        ids.add(shown.group(1));
      }
    }
    for (int k = 0; k < MUTATIONS; k++) {
      int at = random.nextInt(numbers.size());
      StringBuilder changed = new StringBuilder(page);
      int place = numbers.get(at)[0];
      changed.setCharAt(place, other(page.charAt(place), random));
      List<String> faults = verify.faults(changed.toString());
      assertTrue(faults.toString().contains("Fact " + ids.get(at) + " "), faults::toString);
    }
  }

  @Test
  void aDigitChangedInSentenceAndFactTogetherIsCaught() {
    SplitMix random = new SplitMix(2);
    List<Fact> facts = picture.facts();
    int changes = 0;
    while (changes < MUTATIONS) {
      Fact fact = facts.get(random.nextInt(facts.size()));
      String line = fact.json();
      int from = line.indexOf("\"value\":") + 8;
      List<Integer> places = digits(line, from, line.indexOf(",\"unit\":"));
      if (places.isEmpty()) {
        continue;
      }
      int place = places.get(random.nextInt(places.size()));
      StringBuilder wrong = new StringBuilder(line);
      wrong.setCharAt(place, other(line.charAt(place), random));
      String changed = page.replace(line, wrong);
      String shown = "<b data-fact=\"" + fact.id() + "\"";
      changed = changed.replaceAll("(" + Pattern.quote(shown) + "[^>]*>)[^<]*<", "$112345<");
      List<String> faults = verify.faults(changed);
      assertTrue(faults.toString().contains("Fact " + fact.id() + ":"), faults::toString);
      changes++;
    }
  }

  @Test
  void aMovedPlaceInAPictureIsCaught() {
    SplitMix random = new SplitMix(3);
    List<Integer> places = new ArrayList<>();
    Matcher shape = Pattern.compile("<(path|rect|circle|text) [^>]*>").matcher(page);
    while (shape.find()) {
      places.addAll(digits(page, shape.start(), shape.end()));
    }
    for (int k = 0; k < MUTATIONS; k++) {
      int place = places.get(random.nextInt(places.size()));
      StringBuilder changed = new StringBuilder(page);
      changed.setCharAt(place, other(page.charAt(place), random));
      List<String> faults = verify.faults(changed.toString());
      assertTrue(faults.get(0).contains("The picture of section"), faults::toString);
    }
  }

  @Test
  void aChangedWeightIsCaughtAndAFactIsNamed() {
    SplitMix random = new SplitMix(4);
    Model model = small.model();
    int caught = 0;
    for (int k = 0; k < MUTATIONS; k++) {
      float[] weights = model.trained().best().parameters().clone();
      int place = random.nextInt(weights.length);
      weights[place] = weights[place] * 1.01f + 0.001f;
      caught += named(Pictured.with(model, weights), small.table());
    }
    assertTrue(caught >= 0.99 * MUTATIONS, "caught: " + caught);
  }

  @Test
  void aChangedCellIsCaughtAndAFactIsNamed() {
    SplitMix random = new SplitMix(5);
    Table table = small.table();
    int caught = 0;
    for (int k = 0; k < MUTATIONS; k++) {
      int row = random.nextInt(table.rowCount());
      int column = random.nextInt(table.columns().size());
      double old = table.value(row, column);
      boolean label = table.columns().get(column) instanceof Column.Nominal;
      double other = Double.isNaN(old) ? 1 : label ? (old + 1) % 5 : old + 0.01;
      int[] all = new int[table.rowCount()];
      Arrays.setAll(all, r -> r);
      Excerpt changed =
          new Excerpt(table, all).with(column, r -> r == row ? other : table.value(r, column));
      caught += named(small.model(), changed);
    }
    assertTrue(caught >= 0.99 * MUTATIONS, "caught: " + caught);
  }

  /** 1 if the small network's page is refused for another model or table, and a fact is named. */
  private static int named(Model model, Table table) {
    List<String> faults = Verify.of(smallPage, model, table, false).faults(smallPage);
    return !faults.isEmpty() && faults.get(0).startsWith("Fact ") ? 1 : 0;
  }

  @Test
  void theTrainingCanBeRepeated() {
    assertTrue(Verify.retrains(houses.model(), houses.table()));
    assertFalse(Verify.retrains(houses.model(), Pictured.houses(119)));
  }
}
