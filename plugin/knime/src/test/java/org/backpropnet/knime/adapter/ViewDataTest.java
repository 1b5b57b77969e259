package org.backpropnet.knime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.backpropnet.BackpropNet;
import org.backpropnet.model.Model;
import org.backpropnet.train.Best;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Trained;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;

/** What the view gets to draw. */
class ViewDataTest {
  private static Model model(int labels) {
    TableReading reading =
        new TableReading(List.of(HostColumn.number("x"), HostColumn.category("y")), 60);
    for (int i = 0; i < 60; i++) {
      reading.add(new Cells(i / 10.0, "c" + (char) ('a' + i % labels)));
    }
    TrainingPlan plan = TrainingPlan.of(Map.of(Knob.EPOCHS, "3", Knob.HIDDEN_LAYERS, "20, 2"));
    return BackpropNet.train(reading.table(), "y", plan, EpochListener.SILENT);
  }

  @Test
  void everyKindOfValueIsWrittenSoThatAPageCanReadIt() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("a", List.of(1, 2.5, Double.NaN, true));
    data.put("b", "\"</script>\\\n\u2028ä");
    data.put("c", Map.of());
    assertEquals(
        "{\"a\":[1,2.5,null,true],\"b\":\"\\u0022\\u003c/script>\\u005c\\u000a\\u2028ä\",\"c\":{}}",
        Json.of(data));
  }

  @Test
  void largeLayersShowTheirStrongestUnitsAndTellHowManyThereAre() {
    String data = ViewData.of(model(3));
    assertTrue(data.contains("\"title\":\"Hidden layer 1, tanh\",\"units\":20,"), data);
    String shown = data.substring(data.indexOf("\"units\":20,\"names\":[") + 20);
    assertEquals(
        NetworkMap.MOST_UNITS, shown.substring(0, shown.indexOf(']')).split(",", -1).length);
    assertTrue(
        data.contains("\"title\":\"Output\",\"units\":3,\"names\":[\"ca\",\"cb\",\"cc\"]"), data);
  }

  @Test
  void twoClassesHaveTheOneOutputThatSpeaksForTheSecond() {
    assertTrue(ViewData.of(model(2)).contains("\"names\":[\"y=cb\"]"));
  }

  @Test
  void aModelThatAnswersAConstantHasNoMapAndNoCourse() {
    String data = ViewData.of(model(1));
    assertFalse(data.contains("network"));
    assertTrue(data.contains("\"history\":[]"), data);
  }

  @Test
  void aLongCourseIsThinnedButKeepsItsFirstBestAndLastEpoch() {
    Trained some = model(3).trained();
    List<EpochReport> history =
        IntStream.rangeClosed(1, 10_001)
            .mapToObj(e -> new EpochReport(0, e, 10_001, 1.0 / e, Double.NaN, 0, 0.1, e))
            .toList();
    Best best = new Best(some.best().parameters(), 0.5, 0, 7778);
    Model model =
        new Model(
            new Trained(
                some.encoder(), some.plan(), some.recipe(), best, history, some.notes(), null));
    String data = ViewData.of(model);
    int points = data.split("\\[1,\\d+,", -1).length - 1;
    assertTrue(points <= ViewData.MOST_POINTS + 2 && points > 1000, "points: " + points);
    for (int epoch : new int[] {1, 7778, 10_001}) {
      assertTrue(data.contains("[1," + epoch + ","), "epoch " + epoch);
    }
    assertTrue(data.contains("\"epochs\":10001"));
  }
}
