package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.backpropnet.testing.Prerequisite;
import org.backpropnet.testing.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link BitsProgram} in JVMs with other flags: other arithmetic, the same bits, no tolerance. */
class JvmFlagsTest {
  private static final String VECTOR = "--add-modules=" + KernelChoice.MODULE;

  @TempDir private Path folder;

  @Test
  void theModuleBringsVectorKernelsWithTheSameBits() throws Exception {
    requireTheModule();
    Ran ran = java(VECTOR, "-Dbackpropnet.kernels=vector");
    String arithmetic = "vector kernels " + (Fused.HARDWARE ? "hardware " : "emulated ");
    assertEquals(arithmetic + BitsProgram.bits(), ran.out(), ran.err());
  }

  @Test
  void unaskedTheyTakeOverWhenTheyAreWarm() throws Exception {
    requireTheModule();
    String kernels = Fused.HARDWARE ? "vector kernels, once warm " : "scalar kernels ";
    assertTrue(java(VECTOR).out().startsWith(kernels));
  }

  @Test
  void theyCanBeDeclined() throws Exception {
    requireTheModule();
    assertTrue(java(VECTOR, "-Dbackpropnet.kernels=scalar").out().startsWith("scalar kernels "));
  }

  @Test
  void withoutTheInstructionTheBitsAreTheSameAndTheUserHearsOfItOnce() throws Exception {
    Ran ran = java("-XX:+IgnoreUnrecognizedVMOptions", "-XX:-UseFMA");
    assertEquals("scalar kernels emulated " + BitsProgram.bits(), ran.out(), ran.err());
    assertEquals(1, ran.err().split("no fused multiply-add instruction", -1).length - 1);
  }

  @Test
  void aWrongPropertyIsAnErrorThatNamesIt() throws Exception {
    Ran ran = java("-Dbackpropnet.kernels=fast");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("backpropnet.kernels is \"fast\", but"), ran.err());
  }

  private static void requireTheModule() {
    Prerequisite.require(
        ModuleFinder.ofSystem().find(KernelChoice.MODULE).isPresent(),
        "a JDK with the module " + KernelChoice.MODULE);
  }

  private Ran java(String... flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BitsProgram.class.getName());
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int code = process.waitFor();
    String words = Files.readString(out).strip().replaceAll("\\s+", " ");
    return new Ran(code, words, Files.readString(err));
  }
}
