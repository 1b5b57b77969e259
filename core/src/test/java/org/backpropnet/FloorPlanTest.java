package org.backpropnet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Map;
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
          Map.entry("export", 6),
          Map.entry("model", 5),
          Map.entry("train", 4),
          Map.entry("engine", 3),
          Map.entry("textbook", 3),
          Map.entry("network", 2),
          Map.entry("data", 2),
          Map.entry("function", 1),
          Map.entry("optimize", 1),
          Map.entry("math", 0));

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
  void nothingIsCalledWhoseBitsDifferBetweenMachines() {
    noClasses()
        .should()
        .accessTargetWhere(
            describe(
                "what differs between machines", access -> !BreaksSameBits.how(access).isEmpty()))
        .because("the same table, plan and seed give the same bits everywhere")
        .check(core);
  }

  @Test
  void onlyAFewLookAtTheClock() {
    Set<String> allowed =
        Set.of(".train.TimeBudget", ".math.Fused", ".math.SpeedCanary", ".math.WarmingKernels");
    noClasses()
        .that(
            describe(
                "are not " + allowed,
                type -> allowed.stream().noneMatch(name -> type.getName().startsWith(ROOT + name))))
        .should()
        .callMethod(System.class, "nanoTime")
        .because(
            "a training reports its time and may be given a budget, and loops with equal results"
                + " are compared by their speed; nothing else knows time")
        .check(core);
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
}
