package org.backpropnet.engine;

/** Turns rows into columns. */
final class Transpose {
  private static final int BLOCK = 8;

  private Transpose() {}

  /**
   * Copies to[j][i] = from[i][j].
   *
   * @param from [n][m], of which each is an array of its own
   * @param first first i
   * @param last behind the last i
   * @param to [m][n] overwritten in places first to last - 1
   * @param low first j
   * @param high behind the last j
   */
  static void turn(float[][] from, int first, int last, float[][] to, int low, int high) {
    int i = first;
    for (; i + BLOCK <= last; i += BLOCK) {
      eight(from, i, to, low, high);
    }
    for (; i < last; i++) {
      float[] one = from[i];
      for (int j = low; j < high; j++) {
        to[j][i] = one[j];
      }
    }
  }

  private static void eight(float[][] from, int i, float[][] to, int low, int high) {
    float[] f0 = from[i];
    float[] f1 = from[i + 1];
    float[] f2 = from[i + 2];
    float[] f3 = from[i + 3];
    float[] f4 = from[i + 4];
    float[] f5 = from[i + 5];
    float[] f6 = from[i + 6];
    float[] f7 = from[i + 7];
    for (int j = low; j < high; j++) {
      float[] t = to[j];
      t[i] = f0[j];
      t[i + 1] = f1[j];
      t[i + 2] = f2[j];
      t[i + 3] = f3[j];
      t[i + 4] = f4[j];
      t[i + 5] = f5[j];
      t[i + 6] = f6[j];
      t[i + 7] = f7[j];
    }
  }
}
