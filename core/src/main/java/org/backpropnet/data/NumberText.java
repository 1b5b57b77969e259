package org.backpropnet.data;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text says if it stands for a number, a date, or for nothing known. */
public final class NumberText {
  /** ISO 8601: a date; a time behind T or a blank; Z or an offset. */
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)"
              + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?"
              + "(Z|[+-]\\d\\d:\\d\\d)?)?");

  private static final Set<String> MARKS =
      Set.of(
          "", "?", "-", "--", ".", "na", "n/a", "#n/a", "n.a.", "nan", "null", "nil", "none",
          "missing", "unknown");

  private NumberText() {}

  /**
   * The number that a text stands for.
   *
   * @param text for instance "12", "3.5", "2024-01-31", "2024-01-31 18:30"; blanks around it do not
   *     count
   * @return the number, or of a date the milliseconds since 1970 (UTC unless it names an offset);
   *     NaN if it is neither
   */
  public static double of(String text) {
    double number = number(text);
    return Double.isNaN(number) ? date(text) : number;
  }

  /** A finite number with a decimal point, as in CSV files; NaN if it is none. */
  static double number(String text) {
    String word = text.strip();
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    double number = CsvNumber.fits(bytes, 0, bytes.length) ? Double.parseDouble(word) : Double.NaN;
    return Double.isInfinite(number) ? Double.NaN : number;
  }

  /** Milliseconds since 1970; NaN if it is no date, such as 2023-02-29. */
  static double date(String text) {
    Matcher found = DATE.matcher(text.strip());
    if (!found.matches()) {
      return Double.NaN;
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              part(found, 1),
              part(found, 2),
              part(found, 3),
              part(found, 4),
              part(found, 5),
              part(found, 6));
      ZoneOffset offset = found.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(found.group(8));
      String fraction = found.group(7) == null ? "" : found.group(7);
      int millis = Integer.parseInt((fraction + "000").substring(0, 3));
      return 1000.0 * time.toEpochSecond(offset) + millis;
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  private static int part(Matcher found, int group) {
    return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
  }

  /** Whether people write this where they know nothing. */
  static boolean isMark(String text) {
    return MARKS.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether zeros stand in front that no number needs: 007 is a code. */
  static boolean isCode(String text) {
    String word = text.strip();
    return word.length() > 1 && word.charAt(0) == '0' && Character.isDigit(word.charAt(1));
  }
}
