package org.backpropnet;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the floors of docs/ARCHITECTURE.md: who may know whom in the core. */
class FloorPlanTest {
  private static final String ROOT = "org.backpropnet";

  /** Floor of each package below the root; the root itself, the front door, has the name "". */
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("cli", 9),
          Map.entry("", 8),
          Map.entry("explain", 7),
          Map.entry("io", 6),
          Map.entry("model", 5),
          Map.entry("train", 4),
          Map.entry("engine", 3),
          Map.entry("textbook", 3),
          Map.entry("network", 2),
          Map.entry("data", 2),
          Map.entry("function", 1),
          Map.entry("optimize", 1),
          Map.entry("math", 0));

  /** Functions of Math whose last bit may differ between JVMs, processors and compilers. */
  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private static JavaClasses core;

  @BeforeAll
  static void readTheCore() {
    core =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages(ROOT);
    assertTrue(core.contain(ROOT + ".math.Require"), "no classes of the core were read");
  }

  @Test
  void everyPackageStandsOnAFloor() {
    for (JavaClass type : core) {
      assertTrue(
          FLOORS.containsKey(room(type)),
          () -> type.getName() + " lies in a package that has no floor in FLOORS");
    }
  }

  @Test
  void importsPointOnlyToAFloorBelow() {
    classes().should(new ImportOnlyFromBelow()).check(core);
  }

  @Test
  void nobodyImportsTheInternalsOfAnotherPackage() {
    classes().should(new LeaveOtherInternalsAlone()).check(core);
  }

  @Test
  void noFunctionWhoseBitsDifferBetweenMachinesIsCalled() {
    noClasses()
        .should()
        .accessTargetWhere(target("an inexact function of Math", FloorPlanTest::isInexact))
        .because("the same plan and seed give the same bits everywhere; see math.Elementary")
        .check(core);
  }

  @Test
  void noResultDependsOnChanceOrOnTheTimingOfThreads() {
    noClasses()
        .should()
        .accessTargetWhere(target("an unseeded or unordered source", FloorPlanTest::isUnordered))
        .because("randomness comes from the seed, and sums have one order")
        .check(core);
  }

  @Test
  void theRulesSeeWhatTheyForbid() {
    JavaClasses sinners = new ClassFileImporter().importClasses(Sinner.class);
    long seen =
        sinners.get(Sinner.class).getAccessesFromSelf().stream()
            .filter(access -> isInexact(access) || isUnordered(access))
            .count();
    assertEquals(4, seen);
  }

  private static DescribedPredicate<JavaAccess<?>> target(
      String name, java.util.function.Predicate<JavaAccess<?>> test) {
    return DescribedPredicate.describe(name, test);
  }

  private static boolean isInexact(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(Math.class)
        && INEXACT.contains(access.getTarget().getName());
  }

  private static boolean isUnordered(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return name.equals("parallelStream")
        || (name.equals("parallel") && owner.startsWith("java.util.stream."))
        || (name.equals("parallelPrefix") && owner.equals("java.util.Arrays"))
        || (name.equals("random") && owner.equals("java.lang.Math"))
        || owner.equals("java.util.concurrent.ThreadLocalRandom")
        || (owner.equals("java.util.Random") && isUnseeded(access));
  }

  private static boolean isUnseeded(JavaAccess<?> access) {
    return access.getTarget().getFullName().endsWith("<init>()");
  }

  /** Name of the top-level package of a class: "data" for org.backpropnet.data.internal.X. */
  private static String room(JavaClass type) {
    String rest = type.getPackageName().substring(ROOT.length());
    return rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0];
  }

  private static boolean isOurs(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) || name.startsWith(ROOT + ".");
  }

  private static final class ImportOnlyFromBelow extends ArchCondition<JavaClass> {
    ImportOnlyFromBelow() {
      super("import only from a floor below");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (isOurs(target) && !room(target).equals(room(type)) && floor(target) >= floor(type)) {
          events.add(violated(type, dependency.getDescription()));
        }
      }
    }

    private static int floor(JavaClass type) {
      return FLOORS.getOrDefault(room(type), Integer.MAX_VALUE);
    }
  }

  private static final class LeaveOtherInternalsAlone extends ArchCondition<JavaClass> {
    LeaveOtherInternalsAlone() {
      super("import no internals of another package");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        boolean internal = (target.getPackageName() + ".").contains(".internal.");
        if (isOurs(target) && internal && !room(target).equals(room(type))) {
          events.add(violated(type, dependency.getDescription()));
        }
      }
    }
  }

  /** Does what the rules forbid, so that a rule that has gone blind is noticed. */
  @SuppressWarnings("unused")
  private static final class Sinner {
    static double sin(java.util.List<Double> values) {
      java.util.function.DoubleUnaryOperator reference = Math::log1p;
      return Math.exp(reference.applyAsDouble(1))
          + new Random().nextDouble()
          + values.parallelStream().count();
    }
  }
}
