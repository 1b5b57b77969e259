package org.backpropnet.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The content of a model file, read from front to back. Every count is held against the bytes that
 * are left before anything is allocated; what does not fit is an IllegalArgumentException.
 */
final class Content {
  private final ByteBuffer bytes;

  Content(byte[] file, int from, int to) {
    bytes = ByteBuffer.wrap(file, from, to - from);
  }

  /** Where in the file the next byte lies. */
  int position() {
    return bytes.position();
  }

  int number() {
    need(4);
    return bytes.getInt();
  }

  double decimal() {
    need(8);
    return Double.longBitsToDouble(bytes.getLong());
  }

  boolean flag() {
    need(1);
    byte value = bytes.get();
    if (value != 0 && value != 1) {
      throw new IllegalArgumentException("A yes or no is " + value + ", but it must be 0 or 1.");
    }
    return value == 1;
  }

  /** A number of things of which each takes at least so many bytes. */
  int count(String what, int bytesEach) {
    int count = number();
    if (count < 0 || (long) count * bytesEach > bytes.remaining()) {
      throw new IllegalArgumentException(
          "The number of "
              + what
              + " is "
              + count
              + ", but only "
              + bytes.remaining()
              + " bytes follow.");
    }
    return count;
  }

  String text() {
    int length = number();
    boolean plain = length >= 0;
    long size = plain ? length : 2L * ~length;
    if (size > bytes.remaining()) {
      throw new IllegalArgumentException(
          "A text has " + size + " bytes, but only " + bytes.remaining() + " follow.");
    }
    ByteBuffer slice = bytes.slice().limit((int) size);
    bytes.position(bytes.position() + (int) size);
    if (!plain) {
      return slice.asCharBuffer().toString();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(slice).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("A text is not UTF-8.", e);
    }
  }

  float[] floats(String what) {
    float[] values = new float[count(what, 4)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(bytes.getInt());
    }
    return values;
  }

  double[] decimals(String what) {
    double[] values = new double[count(what, 8)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.longBitsToDouble(bytes.getLong());
    }
    return values;
  }

  /** Whether anything follows. */
  boolean more() {
    return bytes.hasRemaining();
  }

  /** Nothing may follow. */
  void end() {
    if (bytes.hasRemaining()) {
      throw new IllegalArgumentException(bytes.remaining() + " bytes follow behind the model.");
    }
  }

  private void need(int count) {
    if (bytes.remaining() < count) {
      throw new IllegalArgumentException("The content ends too early.");
    }
  }
}
