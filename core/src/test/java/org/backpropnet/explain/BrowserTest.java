package org.backpropnet.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.backpropnet.data.Column;
import org.backpropnet.data.InputCode;
import org.backpropnet.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser. Their pictures are left in core/target/pictures, to look at. */
class BrowserTest {
  @TempDir private Path folder;

  private static String cells(Subject s, int row) {
    StringJoiner cells = new StringJoiner(",", "[", "]");
    for (InputCode code : s.encoder.codes()) {
      int column = s.column(code);
      double value = s.table.value(row, column);
      if (Double.isNaN(value)) {
        cells.add("null");
      } else if (s.table.columns().get(column) instanceof Column.Nominal nominal) {
        cells.add(Html.json(nominal.labels().get((int) value)));
      } else {
        cells.add(String.valueOf(value));
      }
    }
    return cells.toString();
  }

  @Test
  void pagesWorkInABrowser() throws IOException, InterruptedException {
    Path out = Files.createDirectories(ProjectFiles.root().resolve("core/target/pictures"));
    try (Browser browser = Browser.open(Files.createDirectory(folder.resolve("profile")))) {
      for (Map.Entry<String, Pictured> entry : Pictured.all().entrySet()) {
        Path page = folder.resolve(entry.getKey().replace(' ', '-') + ".html");
        Files.writeString(page, entry.getValue().picture().html());
        for (int width : new int[] {360, 1400}) {
          boolean dark = width == 360;
          browser.show(page, width, dark);
          String wide = browser.evaluate("document.documentElement.scrollWidth <= " + width);
          assertEquals("true", wide, entry.getKey() + " is wider than " + width);
          assertEquals(List.of(), browser.complaints(), entry.getKey());
          String name = entry.getKey().replace(' ', '-') + "-" + width + ".png";
          Files.write(out.resolve(name), browser.picture(width));
        }
        theScriptAnswersAsJavaDoes(entry, browser);
      }
      theKeyboardMovesTheAnswer(browser);
    }
  }

  private static void theScriptAnswersAsJavaDoes(Map.Entry<String, Pictured> entry, Browser browser)
      throws InterruptedException {
    Subject s = entry.getValue().subject();
    double[][] answers = s.model.predict(s.table);
    for (int row = 0; row < s.table.rowCount(); row++) {
      double java = s.shown(answers[row]);
      double script =
          Double.parseDouble(browser.evaluate("backpropNet.predict(" + cells(s, row) + ")"));
      // The functions of a browser may differ from ours in their last digits.
      assertEquals(java, script, 1e-9 * Math.max(1, Math.abs(java)), entry.getKey());
    }
  }

  /** On the page that was shown last. */
  private static void theKeyboardMovesTheAnswer(Browser browser) throws InterruptedException {
    String slider = "document.querySelector('#try input[type=range]')";
    String before = browser.evaluate("document.getElementById('answer').textContent");
    browser.evaluate(slider + ".focus()");
    for (int i = 0; i < 30; i++) {
      browser.press("ArrowLeft", 37);
    }
    String left = browser.evaluate("document.getElementById('answer').textContent");
    for (int i = 0; i < 60; i++) {
      browser.press("ArrowRight", 39);
    }
    String right = browser.evaluate("document.getElementById('answer').textContent");
    assertTrue(!before.equals(left) || !before.equals(right), before + " " + left + " " + right);
  }
}
