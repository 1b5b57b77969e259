package org.backpropnet;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.Set;

/** Calls whose outcome differs between machines, JDKs, countries, runs or numbers of threads. */
final class BreaksSameBits {
  /** Functions of Math whose last bit is left to the machine. */
  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  /** Randomness comes from math.SplitMix alone. */
  private static final Set<String> CHANCE =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom");

  /** Sums whose order is that in which threads come along. */
  private static final Set<String> ADDERS =
      Set.of(
          "java.util.concurrent.atomic.DoubleAdder",
          "java.util.concurrent.atomic.DoubleAccumulator");

  /**
   * Streams add doubles in ways that the JDK may change; collectors of hashed sets have no order.
   */
  private static final Set<String> STREAM_SUMS = Set.of("sum", "average", "summaryStatistics");

  /** The same, and sets without an order. */
  private static final Set<String> COLLECTORS =
      Set.of("summingDouble", "averagingDouble", "summarizingDouble", "toSet", "toUnmodifiableSet");

  /** What takes the machine's language, character set or line end unless one is named. */
  private static final List<String> LOCAL =
      List.of(
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.getBytes()",
          "java.lang.String.<init>([B)",
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.formatted([Ljava.lang.Object;)",
          "java.lang.System.lineSeparator()");

  private BreaksSameBits() {}

  /**
   * How a call breaks "the same bits everywhere".
   *
   * @param access a call, or a method that is handed on
   * @return a few words; empty if it does no harm
   */
  static String how(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    if (owner.equals("java.lang.Math") && INEXACT.contains(name)) {
      return "inexact";
    } else if (isChance(owner, name)) {
      return "chance";
    } else if (isUnordered(owner, name)) {
      return "no order";
    } else if (isClock(owner, name)) {
      return "clock";
    }
    return LOCAL.contains(access.getTarget().getFullName()) ? "local" : "";
  }

  private static boolean isChance(String owner, String name) {
    return CHANCE.contains(owner)
        || (owner.equals("java.lang.Math") && name.equals("random"))
        || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
        || (owner.equals("java.util.Collections") && name.equals("shuffle"))
        || (owner.equals("java.lang.System") && name.equals("identityHashCode"));
  }

  private static boolean isUnordered(String owner, String name) {
    return name.equals("parallelStream")
        || (owner.startsWith("java.util.stream.") && name.equals("parallel"))
        || (owner.equals("java.util.Arrays") && name.startsWith("parallel"))
        || (owner.equals("java.util.stream.DoubleStream") && STREAM_SUMS.contains(name))
        || (owner.equals("java.util.stream.Collectors") && COLLECTORS.contains(name))
        || ADDERS.contains(owner);
  }

  /** The time of day; {@code nanoTime} has a rule of its own. */
  private static boolean isClock(String owner, String name) {
    return (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
        || (owner.startsWith("java.time.") && name.equals("now"))
        || (owner.equals("java.util.Date") && name.equals("<init>"));
  }
}
