package org.backpropnet.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.backpropnet.data.DataException;
import org.backpropnet.function.Activation;
import org.backpropnet.train.Knob;
import org.backpropnet.train.OptimizerKind;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** The dialogs say what the core says, and old settings can still be loaded. */
class DialogTest {
  private static Field field(Knob knob) {
    return Arrays.stream(LearnerParameters.class.getDeclaredFields())
        .filter(field -> field.getName().equals("m_" + knob.key()))
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @EnumSource(Knob.class)
  void everyKnobHasAFieldWithItsTitleAndHelp(Knob knob) {
    Field field = field(knob);
    assertNotNull(field, "LearnerParameters lacks the field m_" + knob.key() + " for " + knob);
    Widget widget = field.getAnnotation(Widget.class);
    assertEquals(knob.title(), widget.title());
    assertEquals(knob.help(), widget.description());
    assertNotNull(field.getAnnotation(Layout.class), "it stands in no section");
  }

  @Test
  void aDialogThatNobodyTouchesIsThePlanThatTheCoreRecommends() {
    assertEquals(TrainingPlan.recommended(), new LearnerParameters().plan());
    assertEquals(
        new EnumMap<>(TrainingPlan.recommended().knobs()).keySet(),
        new LearnerParameters().texts().keySet(),
        "knobs whose field is not read");
  }

  @Test
  void hiddenLayersAreThoseOfTheList() {
    LearnerParameters own = new LearnerParameters();
    own.m_ownHiddenLayers = true;
    LayerParameters relu = new LayerParameters();
    relu.m_units = 64;
    relu.m_activation = "relu";
    own.m_hiddenLayers = new LayerParameters[] {relu, new LayerParameters()};
    assertEquals("64 relu, 16", own.texts().get(Knob.HIDDEN_LAYERS));
    own.m_hiddenLayers = new LayerParameters[0];
    assertEquals("none", own.texts().get(Knob.HIDDEN_LAYERS));
  }

  @Test
  void everySettingReachesThePlan() {
    LearnerParameters all = new LearnerParameters();
    all.m_activation = "tanh";
    all.m_outputLayer = "sigmoid";
    all.m_loss = "huber";
    all.m_preset = "best";
    all.m_numbers = "thermometer 4";
    all.m_optimizer = "momentum";
    all.m_learningRate = "0.02";
    all.m_momentum = 0.8;
    all.m_schedule = "cosine";
    all.m_epochs = "12";
    all.m_batchSize = "34";
    all.m_gradientClip = 5;
    all.m_restarts = "2";
    all.m_vote = "false";
    all.m_validationShare = "0.25";
    all.m_patience = 3;
    all.m_weightDecay = "0.001";
    all.m_l1 = 0.5;
    all.m_dropout = 0.1;
    all.m_classBalancing = true;
    all.m_threads = "1";
    all.m_timeBudget = 60;
    all.m_seed = 99;
    all.m_resumable = true;
    all.m_ownHiddenLayers = true;
    Map<Knob, String> usual = TrainingPlan.recommended().knobs();
    Map<Knob, String> now = all.plan().knobs();
    for (Knob knob : Knob.values()) {
      assertTrue(!now.get(knob).equals(usual.get(knob)), knob + " stayed at " + usual.get(knob));
    }
  }

  @Test
  void aWeightColumnCountsOnlyIfItIsAskedFor() {
    LearnerParameters weighted = new LearnerParameters();
    weighted.m_weight = "size";
    assertEquals("", weighted.weight());
    weighted.m_weighted = true;
    assertEquals("size", weighted.weight());
    weighted.m_weight = "";
    assertThrows(DataException.class, weighted::weight);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "fast", ""})
  void aWrongSettingIsRefusedInTheWordsOfTheCore(String rate) {
    LearnerParameters wrong = new LearnerParameters();
    wrong.m_learningRate = rate;
    String message = assertThrows(InvalidSettingsException.class, wrong::validate).getMessage();
    assertTrue(message.startsWith("learningRate is"), message);
  }

  @Test
  void theExplainersNumbersAreChecked() throws Exception {
    ExplainerParameters wrong = new ExplainerParameters();
    wrong.validate();
    wrong.m_row = 0;
    String message = assertThrows(InvalidSettingsException.class, wrong::validate).getMessage();
    assertTrue(message.startsWith("Row to explain is 0"), message);
    wrong.m_row = 1;
    wrong.m_rowLimit = -1;
    message = assertThrows(InvalidSettingsException.class, wrong::validate).getMessage();
    assertTrue(message.startsWith("Rows with drivers is -1"), message);
  }

  @Test
  void choicesAreThoseOfTheCore() {
    List<String> activations = new Choices.Activations().choices(null);
    assertEquals("auto", activations.get(0));
    assertEquals(Activation.values().length + 1, activations.size());
    assertEquals(
        List.of("auto", "identity", "sigmoid", "tanh", "relu").stream().sorted().toList(),
        new Choices.Outputs().choices(null).stream().sorted().toList());
    assertEquals(OptimizerKind.values().length + 1, new Choices.Optimizers().choices(null).size());
    assertTrue(new Choices.Losses().choices(null).contains("cross-entropy"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        LearnerParameters.class,
        LayerParameters.class,
        PredictorParameters.class,
        ExplainerParameters.class,
        ReaderParameters.class,
        WriterParameters.class
      })
  void settingsOfAnOlderReleaseGetTheDefaultOfWhatTheyLack(Class<?> parameters) throws Exception {
    assertNotNull(parameters.getAnnotation(LoadDefaultsForAbsentFields.class));
    assertNotNull(parameters.getDeclaredConstructor(), "what the defaults are taken from");
  }

  /** Every key, type and default: what workflows that people have saved depend on. */
  private static String snapshot() throws Exception {
    StringJoiner json = new StringJoiner(",\n", "{\n", "\n}\n");
    for (Class<?> type :
        List.of(
            LearnerParameters.class,
            LayerParameters.class,
            PredictorParameters.class,
            ExplainerParameters.class,
            ReaderParameters.class,
            WriterParameters.class)) {
      Object fresh = type.getDeclaredConstructor().newInstance();
      List<String> fields = new ArrayList<>();
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().startsWith("m_")) {
          boolean plain = field.getType().isPrimitive() || field.getType() == String.class;
          fields.add(
              "    \""
                  + field.getName().substring(2)
                  + "\": [\""
                  + field.getType().getSimpleName()
                  + "\", \""
                  + (plain ? field.get(fresh) : "")
                  + "\"]");
        }
      }
      json.add("  \"" + type.getSimpleName() + "\": {\n" + String.join(",\n", fields) + "\n  }");
    }
    return json.toString();
  }

  @Test
  void keysTypesAndDefaultsAreThoseThatWereReleased() throws Exception {
    try (var kept = DialogTest.class.getResourceAsStream("parameters.json")) {
      String expected =
          new String(kept.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      assertEquals(
          expected,
          snapshot(),
          "A key that is renamed or removed breaks saved workflows. If a key was added, write it"
              + " into parameters.json.");
    }
  }
}
