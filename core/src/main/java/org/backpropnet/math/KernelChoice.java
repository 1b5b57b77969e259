package org.backpropnet.math;

import java.lang.System.Logger.Level;
import org.backpropnet.math.internal.ScalarKernels;

/**
 * Which kernels work in this JVM, and why. Decided once; all give the same bits.
 *
 * @param kernels the chosen ones; null if the property cannot be obeyed
 * @param reason what was chosen and why, or what is wrong with the property
 */
record KernelChoice(Kernels kernels, String reason) {
  /** The system property that names the kernels: auto (the default), scalar or vector. */
  static final String PROPERTY = "backpropnet.kernels";

  /** The module without which vector kernels do not load. */
  static final String MODULE = "jdk.incubator.vector";

  /** Named only here, as a text: the class does not load without the module. */
  private static final String VECTOR = "org.backpropnet.math.internal.VectorKernels";

  private static final String WARM = " Scalar ones work until these are compiled.";

  private static final KernelChoice MADE = made();

  private static KernelChoice made() {
    if (!Fused.HARDWARE) {
      System.getLogger(KernelChoice.class.getPackageName())
          .log(
              Level.WARNING,
              "This JVM uses no fused multiply-add instruction, so training takes many times as"
                  + " long; the models are the same. Processors since 2013 have one.");
    }
    boolean module = ModuleLayer.boot().findModule(MODULE).isPresent();
    return of(System.getProperty(PROPERTY, "auto"), module, Fused.HARDWARE);
  }

  /**
   * The choice for a machine.
   *
   * @param wanted text of the property
   * @param module whether the JVM was started with the module
   * @param fused whether a + b * c is one instruction
   */
  static KernelChoice of(String wanted, boolean module, boolean fused) {
    return switch (wanted) {
      case "scalar" -> scalar(PROPERTY + " says so");
      case "auto" ->
          !module
              ? scalar("the module " + MODULE + " is not there")
              : fused ? auto() : scalar("there is no fused multiply-add instruction");
      case "vector" ->
          module
              ? vector(PROPERTY + " says so")
              : wrong("vector, but the module is absent. Start Java with --add-modules " + MODULE);
      default ->
          wrong(
              '"'
                  + wanted
                  + "\", but it must be auto, scalar or vector. Leave it out to get the fastest");
    };
  }

  private static KernelChoice scalar(String why) {
    return new KernelChoice(new ScalarKernels(), "Kernels: scalar, because " + why + ".");
  }

  private static KernelChoice auto() {
    KernelChoice vector = vector("the module " + MODULE + " is there");
    return vector.kernels == null
        ? scalar("vector kernels failed: " + vector.reason)
        : new KernelChoice(
            new WarmingKernels(new ScalarKernels(), vector.kernels), vector.reason + WARM);
  }

  private static KernelChoice vector(String why) {
    try {
      Object kernels = Class.forName(VECTOR).getDeclaredConstructor().newInstance();
      return new KernelChoice((Kernels) kernels, "Kernels: vector, because " + why + ".");
    } catch (ReflectiveOperationException | LinkageError e) {
      return wrong("vector, but the vector kernels do not load: " + e);
    }
  }

  private static KernelChoice wrong(String what) {
    return new KernelChoice(null, PROPERTY + " is " + what + ".");
  }

  /** The choice that holds in this JVM. */
  static KernelChoice here() {
    return MADE;
  }

  /** The kernels, or an error that names the property. */
  Kernels orError() {
    if (kernels == null) {
      throw new IllegalArgumentException(reason);
    }
    return kernels;
  }
}
