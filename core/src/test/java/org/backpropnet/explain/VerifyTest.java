package org.backpropnet.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.math.SplitMix;
import org.backpropnet.model.Model;
import org.backpropnet.train.Best;
import org.backpropnet.train.Trained;
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

  @BeforeAll
  static void paint() {
    houses = Pictured.train(Pictured.houses(120), "price_per_sqft", "HIDDEN_LAYERS", "3 tanh");
    picture = houses.picture();
    page = picture.html();
    verify = Verify.of(page, houses.model(), houses.table(), false);
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

  /** Pages of another model take time, so there are fewer of these. */
  @Test
  void aChangedWeightIsCaught() {
    SplitMix random = new SplitMix(4);
    Trained t = houses.model().trained();
    for (int k = 0; k < 25; k++) {
      float[] weights = t.best().parameters().clone();
      int place = random.nextInt(weights.length);
      weights[place] = weights[place] * 1.01f + 0.001f;
      Best best = new Best(weights, t.best().loss(), t.best().start(), t.best().epoch());
      Model changed =
          new Model(
              new Trained(t.encoder(), t.plan(), t.recipe(), best, t.history(), t.notes(), null)
                  .withSnapshots(t.snapshots()));
      List<String> faults = Verify.of(page, changed, houses.table(), false).faults(page);
      assertTrue(faults.get(0).startsWith("Fact "), faults::toString);
    }
  }

  @Test
  void aChangedCellIsCaught() {
    SplitMix random = new SplitMix(5);
    Table table = houses.table();
    int columns = table.columns().size();
    for (int k = 0; k < 25; k++) {
      double[][] cells = new double[table.rowCount()][columns];
      for (int r = 0; r < cells.length; r++) {
        for (int c = 0; c < columns; c++) {
          cells[r][c] = table.value(r, c);
        }
      }
      int row = random.nextInt(cells.length);
      int column = random.nextInt(columns);
      boolean label = table.columns().get(column) instanceof Column.Nominal;
      double old = cells[row][column];
      cells[row][column] = Double.isNaN(old) ? 1 : label ? (old + 1) % 5 : old + 0.01;
      Table changed = new ArrayTable(table.columns(), cells);
      List<String> faults = Verify.of(page, houses.model(), changed, false).faults(page);
      assertFalse(faults.isEmpty());
      assertTrue(faults.get(0).startsWith("Fact "), faults::toString);
    }
  }

  @Test
  void theTrainingCanBeRepeated() {
    assertTrue(Verify.retrains(houses.model(), houses.table()));
    assertFalse(Verify.retrains(houses.model(), Pictured.houses(119)));
  }
}
