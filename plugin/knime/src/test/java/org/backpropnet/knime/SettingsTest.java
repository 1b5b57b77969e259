package org.backpropnet.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;

/** Settings come back as they were saved, and those that an older release saved can be loaded. */
class SettingsTest {
  private static Map<String, String> kept(String file) throws Exception {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            SettingsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    Map<String, String> kept = new TreeMap<>();
    properties.forEach((key, value) -> kept.put((String) key, (String) value));
    return kept;
  }

  @Test
  void everySettingComesBack() throws Exception {
    LearnerParameters all = new LearnerParameters();
    all.m_target = "price";
    all.m_ownHiddenLayers = true;
    LayerParameters relu = new LayerParameters();
    relu.m_units = 64;
    relu.m_activation = "relu";
    all.m_hiddenLayers = new LayerParameters[] {relu, new LayerParameters(), relu};
    all.m_learningRate = "0.02";
    all.m_momentum = 0.1 + 0.2;
    all.m_seed = Long.MIN_VALUE;
    all.m_weighted = true;
    all.m_weight = "a column = with : signs";
    Map<String, String> saved = SavedSettings.of(all);
    LearnerParameters back = SavedSettings.load(LearnerParameters.class, saved);
    assertEquals(all.plan(), back.plan());
    assertEquals("64 relu, 16, 64 relu", back.texts().get(Knob.HIDDEN_LAYERS));
    assertEquals(saved, SavedSettings.of(back));
  }

  @Test
  void noLayersComeBackAsNoLayers() throws Exception {
    LearnerParameters none = new LearnerParameters();
    none.m_ownHiddenLayers = true;
    none.m_hiddenLayers = new LayerParameters[0];
    LearnerParameters back = SavedSettings.load(LearnerParameters.class, SavedSettings.of(none));
    assertEquals("none", back.texts().get(Knob.HIDDEN_LAYERS));
  }

  @Test
  void theSmallDialogsComeBack() throws Exception {
    PredictorParameters predictor = new PredictorParameters();
    predictor.m_probabilities = false;
    predictor.m_suffix = " NN";
    WriterParameters writer = new WriterParameters();
    writer.m_file = "/tmp/a model.bpnet";
    writer.m_overwrite = true;
    for (Object saved : Arrays.asList(predictor, writer, new ReaderParameters())) {
      Map<String, String> texts = SavedSettings.of(saved);
      assertEquals(texts, SavedSettings.of(SavedSettings.load(saved.getClass(), texts)));
    }
  }

  @Test
  void settingsThatWereSavedBeforeThereWerePresetsMeanWhatTheyMeant() throws Exception {
    LearnerParameters old =
        SavedSettings.load(LearnerParameters.class, kept("settings-before-presets.properties"));
    assertEquals("price", old.m_target);
    TrainingPlan expected =
        TrainingPlan.of(
            Map.of(
                Knob.HIDDEN_LAYERS,
                "64 relu, 8",
                Knob.OPTIMIZER,
                "momentum",
                Knob.LEARNING_RATE,
                "0.02",
                Knob.EPOCHS,
                "12",
                Knob.TIME_BUDGET,
                "60",
                Knob.SEED,
                "99"));
    assertEquals(expected, old.plan());
    assertEquals("", old.weight());
  }

  @Test
  void aKeyThatNobodyKnowsAndAValueOfAnotherTypeAreFound() throws Exception {
    Map<String, String> saved = SavedSettings.of(new PredictorParameters());
    saved.put("sufix", "x");
    assertThrows(AssertionError.class, () -> SavedSettings.load(PredictorParameters.class, saved));
    Map<String, String> typed = SavedSettings.of(new LearnerParameters());
    typed.put("patience", "a");
    assertThrows(Exception.class, () -> SavedSettings.load(LearnerParameters.class, typed));
  }
}
