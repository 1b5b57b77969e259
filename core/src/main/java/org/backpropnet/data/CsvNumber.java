package org.backpropnet.data;

/**
 * What a number looks like in a CSV file: 12, -0.5, .5, 3. or 1e-3, always with a point. Java's own
 * reader would also take "1d", "0x1p3" and "NaN".
 */
final class CsvNumber {
  private final byte[] bytes;
  private final int to;
  private int at;

  private CsvNumber(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
  }

  /** Whether the bytes from one place to before another are a number. */
  static boolean fits(byte[] bytes, int from, int to) {
    CsvNumber reader = new CsvNumber(bytes, from, to);
    return reader.mantissa() && reader.exponent() && reader.at == to;
  }

  private boolean mantissa() {
    sign();
    int digits = digits();
    if (at < to && bytes[at] == '.') {
      at++;
      digits += digits();
    }
    return digits > 0;
  }

  private boolean exponent() {
    if (at == to || (bytes[at] != 'e' && bytes[at] != 'E')) {
      return true;
    }
    at++;
    sign();
    return digits() > 0;
  }

  private void sign() {
    if (at < to && (bytes[at] == '+' || bytes[at] == '-')) {
      at++;
    }
  }

  private int digits() {
    int start = at;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at - start;
  }

  /** Whether a text would be a number if its comma were a point. */
  static boolean hasDecimalComma(String text) {
    return text.matches("[+-]?[0-9]*,[0-9]+([eE][+-]?[0-9]+)?");
  }
}
