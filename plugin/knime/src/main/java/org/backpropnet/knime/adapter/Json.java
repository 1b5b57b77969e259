package org.backpropnet.knime.adapter;

import java.util.Map;

/** Values as JSON, safe inside of a page, too. */
final class Json {
  private Json() {}

  static String of(Object value) {
    StringBuilder text = new StringBuilder();
    add(value, text);
    return text.toString();
  }

  private static void add(Object value, StringBuilder text) {
    if (value instanceof Map<?, ?> map) {
      String comma = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text.append(comma);
        add(entry.getKey(), text);
        text.append(':');
        add(entry.getValue(), text);
        comma = ",";
      }
      text.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof Iterable<?> list) {
      String comma = "";
      text.append('[');
      for (Object item : list) {
        text.append(comma);
        add(item, text);
        comma = ",";
      }
      text.append(']');
    } else if (value instanceof String word) {
      quote(word, text);
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      text.append("null");
    } else {
      text.append(value);
    }
  }

  private static void quote(String word, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == '<' || c == '\u2028' || c == '\u2029') {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          text.append(Character.forDigit((c >> shift) & 15, 16));
        }
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
