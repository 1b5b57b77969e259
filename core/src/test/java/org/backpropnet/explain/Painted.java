package org.backpropnet.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;

/** Pages of networks of every kind, painted once. */
final class Painted {
  /** Sums of a few thousand products in double precision. */
  static final double ROUNDING = 1e-9;

  static final Map<String, Pictured> NETWORKS = Pictured.all();
  static final Map<String, CompletePicture> PICTURES = new TreeMap<>();

  static {
    NETWORKS.forEach((name, pictured) -> PICTURES.put(name, pictured.picture()));
  }

  private Painted() {}

  static double value(String name, String fact) {
    return PICTURES.get(name).fact(fact).value();
  }

  static boolean has(String name, String fact) {
    return PICTURES.get(name).facts().stream().anyMatch(f -> f.id().equals(fact));
  }

  static double sum(String name, String prefix) {
    double sum = 0;
    for (Fact fact : PICTURES.get(name).facts()) {
      sum += fact.id().startsWith(prefix) ? fact.value() : 0;
    }
    return sum;
  }

  static void close(double expected, double actual, String what) {
    assertEquals(expected, actual, ROUNDING * Math.max(1, Math.abs(expected)), what);
  }
}
