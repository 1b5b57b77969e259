package org.backpropnet.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.testing.ChildJvm;
import org.backpropnet.testing.Golden;
import org.backpropnet.testing.Prerequisite;
import org.backpropnet.train.Knob;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same table, plan and seed leave the same bits behind, whatever JVM runs them and in how many
 * threads. The golden file is the same for every JDK, so running all tests on another one compares
 * the two.
 */
class SameBitsTest {
  private static final Map<String, List<String>> GOLDEN = golden();
  private static final String VECTOR = "jdk.incubator.vector";

  private static Map<String, List<String>> golden() {
    Map<String, List<String>> lines = new TreeMap<>();
    for (List<String> row : Golden.read("same-bits.csv").rows()) {
      lines.put(row.get(0), row);
    }
    return lines;
  }

  private static void assertGolden(Course course, String line) {
    assertEquals(String.join(",", GOLDEN.get(course.name())), line);
  }

  @ParameterizedTest
  @EnumSource
  void theBitsAreThoseOfTheGoldenFile(Course course) {
    assertGolden(course, Fingerprint.line(course, course.plan()));
  }

  @ParameterizedTest
  @EnumSource
  void oneTwoThreeAndEightThreadsLeaveTheSameBits(Course course) {
    for (String threads : List.of("1", "2", "3", "8")) {
      assertGolden(course, Fingerprint.line(course, course.plan().with(Knob.THREADS, threads)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherSeedLeavesOtherBits(Course course) {
    Fingerprint other = Fingerprint.of(course, course.table(), course.plan().withSeed(2));
    List<String> golden = GOLDEN.get(course.name());
    assertNotEquals(golden.get(1), other.weights());
    assertNotEquals(golden.get(2), other.answers());
    assertNotEquals(golden.get(3), other.file());
  }

  /** No compiler; the first alone; the second alone, which turns loops into vector code. */
  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
  void everyWayToRunJavaCodeLeavesTheSameBits(String options)
      throws IOException, InterruptedException {
    assertSameInChild(options, List.of(Course.values()));
  }

  /** In this JVM the kernels are scalar, since nobody added the module. */
  @Test
  void vectorKernelsInOneTwoAndThreeThreadsLeaveTheSameBits()
      throws IOException, InterruptedException {
    Prerequisite.require(
        ModuleFinder.ofSystem().find(VECTOR).isPresent(), "a JDK with the module " + VECTOR);
    String threads = " -D" + PrintFingerprints.THREADS + "=1,2,3";
    List<Course> thrice = new ArrayList<>();
    for (int again = 0; again < 3; again++) {
      thrice.addAll(List.of(Course.values()));
    }
    assertSameInChild(
        "--add-modules=" + VECTOR + " -Dbackpropnet.kernels=vector" + threads, thrice);
  }

  @Test
  void anotherCountryTimeZoneAndLineEndLeaveTheSameBits() throws IOException, InterruptedException {
    String elsewhere =
        "-Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-1"
            + " -Duser.timezone=Asia/Kathmandu -Dline.separator=\r";
    assertSameInChild(elsewhere, List.of(Course.values()));
  }

  /** A processor without fma; the flag is unknown to processors of other families. */
  @Test
  void fmaInSoftwareLeavesTheSameBits() throws IOException, InterruptedException {
    Assumptions.assumeTrue(knows("UseFMA"), "this JVM has no flag UseFMA");
    assertSameInChild("-XX:-UseFMA", Course.SHORT);
  }

  private static boolean knows(String flag) throws IOException, InterruptedException {
    return ChildJvm.run(List.of("-XX:+PrintFlagsFinal"), PrintFingerprints.class, List.of())
        .stream()
        .anyMatch(line -> line.contains(" " + flag + " "));
  }

  private static void assertSameInChild(String options, List<Course> courses)
      throws IOException, InterruptedException {
    List<String> names = courses.stream().map(Course::name).toList();
    List<String> once = names.stream().distinct().toList();
    List<String> printed =
        ChildJvm.run(Arrays.asList(options.split(" ", -1)), PrintFingerprints.class, once).stream()
            // A JVM may warn of what its flags bring about; the program's lines begin with a name.
            .filter(line -> names.contains(line.substring(0, Math.max(0, line.indexOf(',')))))
            .toList();
    List<String> expected = new ArrayList<>();
    names.forEach(name -> expected.add(String.join(",", GOLDEN.get(name))));
    assertEquals(expected, printed);
  }

  /** The header lists labels backwards and names one more that no row has. */
  @ParameterizedTest
  @EnumSource
  void anotherHeaderLeavesTheSameBits(Course course) {
    Table other = backwards(course.table());
    assertGolden(course, Fingerprint.of(course, other, course.plan()).line(course));
  }

  private static Table backwards(Table table) {
    List<Column> columns = new ArrayList<>();
    double[][] cells = new double[table.rowCount()][table.columns().size()];
    for (Column column : table.columns()) {
      int c = columns.size();
      Column changed = column;
      if (column instanceof Column.Nominal nominal) {
        List<String> labels = new ArrayList<>(nominal.labels());
        labels.add("a label without rows");
        Collections.reverse(labels);
        changed = new Column.Nominal(nominal.name(), labels);
      }
      columns.add(changed);
      for (int r = 0; r < cells.length; r++) {
        double value = table.value(r, c);
        cells[r][c] = column instanceof Column.Nominal n ? n.labels().size() - value : value;
      }
    }
    return new ArrayTable(columns, cells);
  }

  @Test
  void theGoldenFileHoldsEveryCourse() {
    List<String> names = Arrays.stream(Course.values()).map(Course::name).sorted().toList();
    assertEquals(names, List.copyOf(GOLDEN.keySet()));
  }
}
