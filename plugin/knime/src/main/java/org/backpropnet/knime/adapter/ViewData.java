package org.backpropnet.knime.adapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.backpropnet.model.Model;
import org.backpropnet.model.ModelText;
import org.backpropnet.train.Best;
import org.backpropnet.train.EpochReport;

/** What the view draws, in JSON. */
public final class ViewData {
  /** A curve is no wider than this on any screen. */
  static final int MOST_POINTS = 2000;

  private static final int DECIMALS = 4;

  private ViewData() {}

  /**
   * A model's course, map and summary.
   *
   * @param model the model
   * @return JSON
   */
  public static String of(Model model) {
    return of(model, "");
  }

  /**
   * A model's course, map and summary, and the page that explains it.
   *
   * @param model the model
   * @param page its complete picture; empty if none was asked for
   * @return JSON
   */
  public static String of(Model model, String page) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("target", model.target());
    data.put("classes", model.classes().size());
    data.put("recipe", model.trained().recipe().describe());
    data.put("notes", model.trained().notes());
    Best best = model.trained().best();
    if (best != null) {
      data.put("best", List.of(best.start() + 1, best.epoch()));
      data.put("network", NetworkMap.of(model));
    }
    data.put("history", history(model.trained().history(), best));
    data.put("epochs", model.trained().history().size());
    data.put("summary", ModelText.of(model, DECIMALS, false));
    if (!page.isEmpty()) {
      data.put("picture", page);
    }
    return Json.of(data);
  }

  private static List<Object> history(List<EpochReport> history, Best best) {
    List<Object> points = new ArrayList<>();
    for (int i : shown(history, best)) {
      EpochReport report = history.get(i);
      points.add(
          List.of(
              report.start() + 1,
              report.epoch(),
              report.trainingLoss(),
              report.validationLoss(),
              report.learningRate(),
              report.elapsedMillis() / 1000.0));
    }
    return points;
  }

  /** Evenly spread over a long course; the first, the best and the last epoch are always there. */
  private static Set<Integer> shown(List<EpochReport> history, Best best) {
    Set<Integer> shown = new TreeSet<>();
    int step = Math.max(1, (history.size() + MOST_POINTS - 1) / MOST_POINTS);
    for (int i = 0; i < history.size(); i++) {
      EpochReport report = history.get(i);
      boolean isBest =
          best != null && report.start() == best.start() && report.epoch() == best.epoch();
      if (i % step == 0 || i == history.size() - 1 || isBest) {
        shown.add(i);
      }
    }
    return shown;
  }
}
