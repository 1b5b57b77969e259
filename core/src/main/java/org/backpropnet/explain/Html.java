package org.backpropnet.explain;

/** Texts as HTML and JSON want them. */
final class Html {
  private Html() {}

  static String escape(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        // A line of the page is one thing, so that a fault can be named by its line.
        case '\n', '\r', '\t' -> safe.append(' ');
        default -> safe.append(printable(text, i) ? c : '\uFFFD');
      }
    }
    return safe.toString();
  }

  /** Half of a surrogate pair cannot be written as UTF-8. */
  private static boolean printable(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c >= ' ';
  }

  /** A text in quotes; a script element cannot be closed from inside. */
  static String json(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == '<' || c == '>' || c == '&' || Character.isSurrogate(c)) {
        quoted.append("\\u").append(hex(c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static String hex(char c) {
    return Integer.toHexString(0x10000 | c).substring(1);
  }

  /** A long name with its middle left out. */
  static String brief(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "\u2026";
  }
}
