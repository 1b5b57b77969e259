package org.backpropnet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** A rule that has gone blind is noticed here: each sin is seen. */
class BreaksSameBitsTest {
  @Test
  void everySinIsSeenAndNothingElse() {
    JavaClass sinner = new ClassFileImporter().importClasses(Sinner.class).get(Sinner.class);
    Map<String, Integer> seen = new HashMap<>();
    sinner.getAccessesFromSelf().stream()
        .map(BreaksSameBits::how)
        .filter(how -> !how.isEmpty())
        .forEach(how -> seen.merge(how, 1, Integer::sum));
    assertEquals(Map.of("inexact", 18, "chance", 5, "no order", 6, "clock", 2, "local", 4), seen);
  }

  /** Does what is forbidden, and a few things beside it that are not. */
  @SuppressWarnings({"unused", "DefaultCharset", "DefaultLocale", "StringCaseLocaleUsage"})
  private static final class Sinner {
    static double inexact(double x) {
      DoubleUnaryOperator handedOn = Math::log1p;
      return handedOn.applyAsDouble(x)
          + Math.sin(Math.cos(Math.tan(Math.asin(Math.acos(Math.atan(x))))))
          + Math.sinh(Math.cosh(Math.tanh(Math.exp(Math.expm1(Math.log(x))))))
          + Math.log10(Math.cbrt(Math.pow(Math.hypot(x, 1), Math.atan2(x, 1))))
          + Math.sqrt(Math.fma(x, Math.abs(x), StrictMath.exp(x)));
    }

    static double chance() {
      double seeded = new Random(1).nextDouble();
      return seeded + Math.random() + ThreadLocalRandom.current().nextDouble();
    }

    static double noOrder(List<Double> values, double[] numbers) {
      Arrays.parallelPrefix(numbers, Double::sum);
      DoubleAdder adder = new DoubleAdder();
      adder.add(1);
      long count = values.parallelStream().count() + values.stream().parallel().count();
      return count + DoubleStream.of(numbers).sum() + DoubleStream.of(numbers).max().orElse(0);
    }

    static String clock() {
      return System.currentTimeMillis() + " " + java.time.Instant.now();
    }

    static String local(String text) {
      String named = text.toLowerCase(Locale.ROOT) + String.format(Locale.ROOT, "%s", text);
      return named
          + text.toLowerCase()
          + String.format("%s", text)
          + text.getBytes().length
          + System.lineSeparator();
    }
  }
}
