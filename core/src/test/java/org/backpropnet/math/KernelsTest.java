package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.backpropnet.math.internal.ScalarKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every result must be the one chain of fma that the seam promises: no tolerance at all. */
class KernelsTest {
  static int[] rows() {
    return KernelCases.ROWS;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void productsOfFloatsAreChainsInTheOrderOfTheTerms(int rows) {
    KernelCases.floatsAreChains(new ScalarKernels(), rows);
    KernelCases.floatsAreChains(Kernels.best(), rows);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void productsOfDoublesAreChainsInTheOrderOfTheTerms(int rows) {
    KernelCases.doublesAreChains(new ScalarKernels(), rows);
    KernelCases.doublesAreChains(Kernels.best(), rows);
  }

  @Test
  void theKernelsOfAJvmAreChosenOnce() {
    assertSame(Kernels.best(), Kernels.best());
  }

  @Test
  void scalarKernelsAreTakenWhereVectorsAreAbsentOrUnwanted() {
    KernelChoice unflagged = KernelChoice.of("auto", false, true);
    assertInstanceOf(ScalarKernels.class, unflagged.orError());
    assertEquals(
        "Kernels: scalar, because the module jdk.incubator.vector is not there.",
        unflagged.reason());
    assertInstanceOf(ScalarKernels.class, KernelChoice.of("scalar", true, true).orError());
    assertInstanceOf(ScalarKernels.class, KernelChoice.of("auto", true, false).orError());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "", "Vector"})
  void aWrongNameIsRefusedWithTheRightOnes(String name) {
    KernelChoice choice = KernelChoice.of(name, true, true);
    assertNull(choice.kernels());
    assertEquals(
        "backpropnet.kernels is \""
            + name
            + "\", but it must be auto, scalar or vector. Leave it out to get the fastest.",
        assertThrows(IllegalArgumentException.class, choice::orError).getMessage());
  }

  @Test
  void vectorsThatAreAskedForButAbsentAreAnErrorWithTheWayOut() {
    String message =
        assertThrows(
                IllegalArgumentException.class, KernelChoice.of("vector", false, true)::orError)
            .getMessage();
    assertTrue(message.endsWith("Start Java with --add-modules jdk.incubator.vector."), message);
  }
}
