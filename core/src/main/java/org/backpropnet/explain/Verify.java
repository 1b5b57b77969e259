package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Training;

/**
 * Checks a page: everything on it is worked out again from the model and the rows, and compared:
 * the facts, the numbers in the sentences, the places in the pictures, the words.
 */
public final class Verify {
  private static final int MOST_FAULTS = 20;
  private static final Pattern ABOUT =
      Pattern.compile("\\{\"row\":(\\d{1,9}),\"unit\":\"((?:[^\"\\\\]|\\\\.)*)\"\\}");
  private static final Pattern FACT =
      Pattern.compile("\\{\"id\":\"([^\"]+)\",\"value\":(.*),\"unit\".*");
  private static final Pattern SHOWN =
      Pattern.compile("<b data-fact=\"([^\"]*)\" title=\"[^\"]*\">([^<]*)</b>");
  private static final Pattern PICTURE = Pattern.compile("data-facts=\"([^\"]*)\"");
  private static final Pattern SECTION = Pattern.compile("<section id=\"s([^\"]*)\">");
  private static final String FINGERPRINT = "id=\"fingerprint\"";

  private final String[] expected;
  private final boolean fingerprints;

  private Verify(String expected, boolean fingerprints) {
    this.expected = lines(expected);
    this.fingerprints = fingerprints;
  }

  /**
   * Works the page out again.
   *
   * @param page the page, for the row that it follows
   * @param model the network that it should be about
   * @param table the rows that it should be about
   * @param fingerprints whether the fingerprints of model and data are compared, too; the facts
   *     tell changes without them
   * @return what compares
   * @throws IllegalArgumentException if it is no such page, or its row is not in the table
   */
  public static Verify of(String page, Model model, Table table, boolean fingerprints) {
    Matcher about = ABOUT.matcher(page);
    if (!about.find()) {
      throw new IllegalArgumentException(
          "This is no page of \"explain\": it does not say which row it follows.");
    }
    int row = Integer.parseInt(about.group(1)) - 1;
    Question question = new Question(model, table, row, unescaped(about.group(2)));
    return new Verify(CompletePicture.of(question).html(), fingerprints);
  }

  private static String unescaped(String json) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\' && json.charAt(i + 1) == 'u') {
        text.append((char) Integer.parseInt(json.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (c == '\\') {
        text.append(json.charAt(++i));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static String[] lines(String page) {
    return page.replace("\r\n", "\n").split("\n", -1);
  }

  /**
   * Number of facts that are compared.
   *
   * @return how many the model and the rows give
   */
  public int factCount() {
    return facts(expected).size();
  }

  /**
   * Compares a page.
   *
   * @param page the page
   * @return sentences that name what does not hold, at most twenty; empty if all holds
   */
  public List<String> faults(String page) {
    String[] found = lines(page);
    List<String> faults = new ArrayList<>(wrongFacts(found));
    for (int i = 0; i < expected.length && faults.size() < MOST_FAULTS; i++) {
      String there = i < found.length ? found[i] : "";
      boolean ignored = expected[i].contains(FINGERPRINT) && !fingerprints;
      boolean told = isFact(expected[i]) && isFact(there);
      if (!there.equals(expected[i]) && !ignored && !told) {
        faults.addAll(difference(there, expected[i], before(SECTION, i), picture(i)));
        if (found.length != expected.length) {
          break;
        }
      }
    }
    if (found.length != expected.length && faults.size() < MOST_FAULTS) {
      faults.add(
          "The page has " + found.length + " lines, but should have " + expected.length + ".");
    }
    return faults;
  }

  private static boolean isFact(String line) {
    return line.startsWith("{\"id\":");
  }

  /** What the nearest line at or before this one says. */
  private String before(Pattern pattern, int line) {
    for (int i = line; i >= 0; i--) {
      Matcher found = pattern.matcher(expected[i]);
      if (found.find()) {
        return found.group(1);
      }
    }
    return "?";
  }

  /** The facts of the picture that a line belongs to; empty if it belongs to none. */
  private String picture(int line) {
    for (int i = line; i >= 0 && !expected[i].equals("</figure>"); i--) {
      Matcher found = PICTURE.matcher(expected[i]);
      if (found.find()) {
        return found.group(1);
      }
    }
    return "";
  }

  private List<String> wrongFacts(String[] found) {
    Map<String, String> there = facts(found);
    Map<String, String> right = facts(expected);
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, String> fact : right.entrySet()) {
      String value = there.remove(fact.getKey());
      if (value == null) {
        faults.add("Fact " + fact.getKey() + " is missing on the page.");
      } else if (!value.equals(fact.getValue())) {
        faults.add(
            "Fact "
                + fact.getKey()
                + ": the page holds "
                + bare(value)
                + ", model and data give "
                + bare(fact.getValue())
                + ".");
      }
    }
    there
        .keySet()
        .forEach(id -> faults.add("Fact " + id + " does not follow from model and data."));
    return faults.size() > MOST_FAULTS ? faults.subList(0, MOST_FAULTS) : faults;
  }

  /** The value alone. */
  private static String bare(String fact) {
    return Html.brief(fact.substring(0, Math.max(0, fact.indexOf(",\"unit\":"))), 60);
  }

  /** Value, unit and reason of each fact, as they are written. */
  private static Map<String, String> facts(String[] lines) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String line : lines) {
      Matcher fact = FACT.matcher(line);
      if (isFact(line) && fact.matches()) {
        String rest = line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
        facts.put(fact.group(1), rest.substring(fact.start(2)));
      }
    }
    return facts;
  }

  private static List<String> difference(
      String there, String right, String section, String picture) {
    List<String> faults = new ArrayList<>();
    Matcher shown = SHOWN.matcher(there);
    Matcher wanted = SHOWN.matcher(right);
    while (wanted.find()) {
      String text = shown.find() ? shown.group(2) : "nothing";
      if (!text.equals(wanted.group(2))) {
        faults.add(
            "Fact "
                + wanted.group(1)
                + " is shown as "
                + text
                + " instead of "
                + wanted.group(2)
                + ".");
      }
    }
    if (!faults.isEmpty()) {
      return faults;
    }
    if (right.contains(FINGERPRINT)) {
      return List.of("The fingerprints differ: the page is about another model or other rows.");
    }
    if (!picture.isEmpty()) {
      return List.of(
          "The picture of section "
              + section
              + " does not follow from its facts: "
              + picture
              + ".");
    }
    return List.of("The words of section " + section + " differ: " + Html.brief(there, 60));
  }

  /**
   * Repeats the training.
   *
   * @param model the network
   * @param table the rows that it learned from
   * @return whether the same weights come out, bit for bit
   */
  public static boolean retrains(Model model, Table table) {
    var again =
        Training.start(table, model.target(), model.trained().plan()).run(EpochListener.SILENT);
    return model.trained().best() == null
        ? again.best() == null
        : again.best() != null
            && Arrays.equals(again.best().parameters(), model.trained().best().parameters());
  }
}
