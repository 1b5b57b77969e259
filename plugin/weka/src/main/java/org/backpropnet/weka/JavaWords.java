package org.backpropnet.weka;

import java.util.List;

/** Names, numbers and texts as Java source. */
final class JavaWords {
  /** What a class file can hold of one text is 65,535 bytes; a number takes at most 25. */
  private static final int NUMBERS_A_TEXT = 2_000;

  /** Of up to three bytes each. */
  private static final int LETTERS_A_TEXT = 10_000;

  private JavaWords() {}

  /** A text as a literal in ASCII. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c < 0x20) {
        // An escape of the other kind would be read as the end of a line before it is a text.
        literal.append(String.format("\\%03o", (int) c));
      } else if (c < 0x7F) {
        literal.append(c);
      } else {
        literal.append(String.format("\\u%04x", (int) c));
      }
    }
    return literal.append('"').toString();
  }

  /** A text that can stand in a comment, whatever is in it. */
  static String comment(String text) {
    return text.replaceAll("[^A-Za-z0-9 .,:;()<>=+-]", "_");
  }

  /** Numbers as texts of bounded length, to the last bit: array literals would be too long. */
  static String numbers(double[] values, String indent) {
    StringBuilder source = new StringBuilder("numbers(");
    for (int from = 0; from < values.length; from += NUMBERS_A_TEXT) {
      source.append(from == 0 ? "" : ",").append("\n").append(indent).append('"');
      for (int i = from; i < Math.min(values.length, from + NUMBERS_A_TEXT); i++) {
        source.append(i == from ? "" : " ").append(values[i]);
      }
      source.append('"');
    }
    return source.append(")").toString();
  }

  static String numbers(List<Double> values, String indent) {
    return numbers(values.stream().mapToDouble(Double::doubleValue).toArray(), indent);
  }

  /**
   * Labels, one a line, in texts of bounded length: a list of literals would be too long a method.
   * Backslashes and ends of lines within a label are escaped once more.
   */
  static String labels(List<String> labels) {
    StringBuilder source = new StringBuilder("labels(");
    StringBuilder lines = new StringBuilder();
    for (String label : labels) {
      lines.append(label.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
      if (lines.length() > LETTERS_A_TEXT) {
        source.append(literal(lines.toString())).append(", ");
        lines.setLength(0);
      }
    }
    return source.append(literal(lines.toString())).append(")").toString();
  }
}
