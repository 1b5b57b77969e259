package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.backpropnet.data.Table;
import org.backpropnet.function.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Settings as texts. */
class KnobTest {
  /** A text of each knob that is not its default. */
  private static final Map<Knob, String> OTHER =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Knob.PRESET, "best"),
              Map.entry(Knob.HIDDEN_LAYERS, "64 relu, 32 tanh, 7"),
              Map.entry(Knob.ACTIVATION, "mish"),
              Map.entry(Knob.OUTPUT_LAYER, "tanh"),
              Map.entry(Knob.LOSS, "huber"),
              Map.entry(Knob.NUMBERS, "thermometer 12"),
              Map.entry(Knob.OPTIMIZER, "rmsprop"),
              Map.entry(Knob.LEARNING_RATE, "3.0E-4"),
              Map.entry(Knob.MOMENTUM, "0.5"),
              Map.entry(Knob.SCHEDULE, "step 7 0.25"),
              Map.entry(Knob.EPOCHS, "17"),
              Map.entry(Knob.BATCH_SIZE, "5"),
              Map.entry(Knob.GRADIENT_CLIP, "2"),
              Map.entry(Knob.RESTARTS, "3"),
              Map.entry(Knob.VOTE, "true"),
              Map.entry(Knob.WEIGHT_DECAY, "1.0E-5"),
              Map.entry(Knob.L1, "0.001"),
              Map.entry(Knob.DROPOUT, "0.25"),
              Map.entry(Knob.CLASS_BALANCING, "true"),
              Map.entry(Knob.VALIDATION_SHARE, "0.125"),
              Map.entry(Knob.PATIENCE, "9"),
              Map.entry(Knob.TIME_BUDGET, "1.5"),
              Map.entry(Knob.THREADS, "2"),
              Map.entry(Knob.SEED, "-9223372036854775808"),
              Map.entry(Knob.RESUMABLE, "true")));

  @ParameterizedTest
  @EnumSource(Knob.class)
  void everyTextComesBackAndTurnsOneKnobOnly(Knob knob) {
    TrainingPlan usual = TrainingPlan.recommended();
    TrainingPlan turned = usual.with(knob, OTHER.get(knob));
    assertNotEquals(usual, turned);
    assertEquals(OTHER.get(knob), knob.text(turned));
    assertEquals(turned, TrainingPlan.of(turned.knobs()));
    Map<Knob, String> expected = new EnumMap<>(usual.knobs());
    expected.put(knob, OTHER.get(knob));
    assertEquals(expected, turned.knobs());
    assertEquals(usual, turned.with(knob, knob.defaultText()));
  }

  @Test
  void aPlanOfNoTextIsTheRecommendedOneAndAllTextsTogetherComeBack() {
    assertEquals(TrainingPlan.recommended(), TrainingPlan.of(Map.of()));
    assertEquals(OTHER, TrainingPlan.of(OTHER).knobs());
  }

  @Test
  void keysAndTitlesAreUnique() {
    Set<String> seen = new HashSet<>();
    for (Knob knob : Knob.values()) {
      assertTrue(seen.add(knob.key()), knob.key());
      assertTrue(seen.add(knob.title()), knob.title());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HIDDEN_LAYERS | 0, 5 | a layer size from 1 to 100000",
        "HIDDEN_LAYERS | 5 relu tanh | a layer size from 1 to 100000",
        "HIDDEN_LAYERS | 5, | a layer size from 1 to 100000",
        "HIDDEN_LAYERS | many | auto, none, or sizes with commas",
        "ACTIVATION | stairs | one of identity, sigmoid, tanh, relu",
        "OUTPUT_LAYER | elu | one of identity, sigmoid, tanh, relu.",
        "LOSS | hinge | one of squared-error",
        "OPTIMIZER | sgd | l-bfgs",
        "LEARNING_RATE | 0 | greater than 0",
        "LEARNING_RATE | NaN | greater than 0",
        "LEARNING_RATE | Infinity | greater than 0 and finite",
        "LEARNING_RATE | fast | a number",
        "MOMENTUM | 1 | less than 1",
        "MOMENTUM | auto | a number",
        "SCHEDULE | sometimes | one of auto, constant, cosine",
        "SCHEDULE | cosine 3 | one of auto, constant, cosine",
        "SCHEDULE | step 0 | at least 1",
        "SCHEDULE | step 3 2 | from 0.0 to 1.0",
        "SCHEDULE | step 3 0.5 1 | step [epochs] [factor]",
        "SCHEDULE | step three | a whole number",
        "SCHEDULE | exponential -1 | from 0.0 to 1.0",
        "SCHEDULE | plateau 0 | at least 1",
        "EPOCHS | 0 | at least 1",
        "EPOCHS | 1.5 | a whole number",
        "BATCH_SIZE | 0 | at least 1",
        "BATCH_SIZE | -99999999999 | at least 1",
        "GRADIENT_CLIP | -1 | from 0.0",
        "RESTARTS | 0 | at least 1",
        "WEIGHT_DECAY | -0.1 | from 0.0",
        "WEIGHT_DECAY | NaN | from 0.0",
        "L1 | -1 | from 0.0",
        "DROPOUT | 1 | less than 1",
        "CLASS_BALANCING | maybe | one of true, false",
        "VALIDATION_SHARE | 1 | less than 1",
        "PATIENCE | -1 | at least 0",
        "PATIENCE | auto | a whole number",
        "TIME_BUDGET | -1 | from 0.0",
        "THREADS | 0 | at least 1",
        "SEED | 1e3 | a whole number",
        "SEED | 9223372036854775808 | a whole number",
        "RESUMABLE | 1 | one of true, false"
      })
  void aBadTextIsRefusedWithKnobTextAndWhatIsAllowed(Knob knob, String text, String allowed) {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> TrainingPlan.recommended().with(knob, text))
            .getMessage();
    assertTrue(message.contains(knob.key()), message);
    assertTrue(message.contains(allowed), message);
    String last = text.substring(text.lastIndexOf(' ') + 1);
    boolean asNumber = text.matches(".*\\d") && message.matches(".* is -?[\\d.E]+, but .*");
    assertTrue(message.contains(last) || asNumber, message);
  }

  @Test
  void anOutputLayerThatNoTextCanNameIsRefusedInThePlanToo() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new TrainingPlan.Network(
                        HiddenLayers.AUTO,
                        Optional.empty(),
                        Optional.of(Activation.ELU),
                        Optional.empty(),
                        Optional.empty()))
            .getMessage();
    assertEquals(
        "outputLayer is \"elu\", but it must be one of identity, sigmoid, tanh, relu.", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "optimizer=l-bfgs batchSize=8 | price | Leave batchSize at auto, or choose adam.",
        "optimizer=rprop batchSize=8 | price | Leave batchSize at auto, or choose adam.",
        "optimizer=l-bfgs dropout=0.2 | price | Choose the optimizer adam and a batchSize",
        "optimizer=adam batchSize=999 dropout=0.2 | price | or dropout 0.",
        "optimizer=rprop gradientClip=1 | price | or gradientClip 0.",
        "loss=cross-entropy | price | loss is cross-entropy, but the target is a number. Choose"
            + " auto or squared-error.",
        "loss=huber | kind | loss is huber, but the target has classes. Choose auto or"
            + " cross-entropy.",
        "loss=huber | sold | Choose auto or binary-cross-entropy."
      })
  void settingsThatExcludeEachOtherAreRefusedWithTheWayOut(
      String pairs, String target, String wayOut) {
    Table table = Cases.table(30);
    String message =
        assertThrows(IllegalArgumentException.class, () -> Cases.train(table, target, pairs))
            .getMessage();
    assertTrue(message.contains(wayOut), message);
  }

  /** Whoever sets a rate by hand must find where to begin. */
  @ParameterizedTest
  @EnumSource(value = OptimizerKind.class, mode = EnumSource.Mode.EXCLUDE, names = "L_BFGS")
  void theHelpOfTheLearningRateNamesEachOptimizersUsualStart(OptimizerKind kind) {
    String usual = String.valueOf(kind.with(0.9, 0).usualRate());
    String help = Knob.LEARNING_RATE.help();
    assertTrue(
        help.matches(".*\\b" + usual + " for [^;.]*\\b" + kind.label() + "\\b.*"),
        () -> usual + " for " + kind.label() + " is missing: " + help);
  }
}
