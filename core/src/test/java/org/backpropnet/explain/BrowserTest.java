package org.backpropnet.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
          boolean dark = (width == 360) == (entry.getKey().length() % 2 == 0);
          browser.show(page, width, dark);
          String wide = browser.evaluate("document.documentElement.scrollWidth <= " + width);
          assertEquals("true", wide, entry.getKey() + " is wider than " + width);
          assertEquals(List.of(), browser.complaints(), entry.getKey());
          assertEquals("[]", serious(browser), entry.getKey() + " at " + width);
          String name = entry.getKey().replace(' ', '-') + "-" + width + ".png";
          Files.write(out.resolve(name), browser.picture(width));
        }
        theScriptAnswersAsJavaDoes(entry, browser);
        theKeyboardReachesEverything(browser);
        theKeyboardMovesTheAnswer(browser);
        aNumberTellsHowItIsComputed(browser);
        allFactsAreListed(entry.getValue().picture(), browser);
        assertEquals(List.of(), browser.complaints(), entry.getKey() + " while it is used");
      }
    }
  }

  /** What axe-core finds that keeps people from reading the page, as a list of rules and places. */
  private static String serious(Browser browser) throws InterruptedException, IOException {
    browser.await(axe() + "; Promise.resolve('there')");
    String found =
        browser.await(
            """
        axe.run(document).then(found => JSON.stringify(found.violations
            .filter(v => v.impact === 'serious' || v.impact === 'critical')
            .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', '))))
        """);
    // It draws on a canvas, of which the browser complains.
    browser.forget();
    return found;
  }

  private static String axe() throws IOException {
    Properties about = new Properties();
    String folder = "/META-INF/maven/org.webjars.npm/axe-core/pom.properties";
    try (InputStream file = BrowserTest.class.getResourceAsStream(folder)) {
      about.load(file);
    }
    String script =
        "/META-INF/resources/webjars/axe-core/" + about.getProperty("version") + "/axe.min.js";
    try (InputStream file = BrowserTest.class.getResourceAsStream(script)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** From the top, Tab goes to everything that can be worked, and one sees where one is. */
  private static void theKeyboardReachesEverything(Browser browser) throws InterruptedException {
    browser.evaluate("document.activeElement.blur(), scrollTo(0, 0)");
    String workable = "'summary,input,select,button,[tabindex=\"0\"]'";
    int all =
        Integer.parseInt(browser.evaluate("document.querySelectorAll(" + workable + ").length"));
    browser.evaluate("window.reached = new Set()");
    for (int i = 0; i < all; i++) {
      browser.press("Tab", 9);
      browser.evaluate("reached.add(document.activeElement)");
      String outline = "getComputedStyle(document.activeElement).outlineStyle";
      assertEquals("solid", browser.evaluate(outline), "one sees what has the focus");
    }
    String reached = "[...document.querySelectorAll(" + workable + ")].filter(e => reached.has(e))";
    assertEquals(String.valueOf(all), browser.evaluate(reached + ".length"));
    browser.evaluate("document.querySelector('nav summary').focus()");
    browser.press("Enter", 13);
    assertEquals("true", browser.evaluate("document.querySelector('nav details').open"));
    browser.press("Tab", 9);
    browser.press("Enter", 13);
    assertEquals("#s0", browser.evaluate("location.hash"));
  }

  private static void aNumberTellsHowItIsComputed(Browser browser) throws InterruptedException {
    String told = "document.getElementById('how').textContent";
    assertEquals("", browser.evaluate(told));
    browser.evaluate("document.querySelector('[data-fact=\"0.rows\"]').click()");
    assertTrue(browser.evaluate(told).endsWith("Number of rows."), browser.evaluate(told));
    browser.press("Escape", 27);
    assertEquals("", browser.evaluate(told));
  }

  private static void allFactsAreListed(CompletePicture picture, Browser browser)
      throws InterruptedException {
    browser.evaluate("document.querySelector('#all summary').focus()");
    browser.press("Enter", 13);
    String rows = "document.querySelectorAll('#all tr').length";
    for (int i = 0; i < 100 && browser.evaluate(rows).equals("0"); i++) {
      browser.evaluate("document.readyState");
    }
    assertEquals(String.valueOf(picture.facts().size() + 1), browser.evaluate(rows));
  }

  private static void theScriptAnswersAsJavaDoes(Map.Entry<String, Pictured> entry, Browser browser)
      throws InterruptedException {
    Subject s = entry.getValue().subject();
    double[][] answers = s.model.predict(s.table);
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (int row = 0; row < answers.length; row++) {
      rows.add(cells(s, row));
    }
    String script = browser.evaluate(rows + ".map(backpropNet.predict).join(' ')");
    String[] told = script.split(" ", -1);
    assertEquals(answers.length, told.length);
    for (int row = 0; row < told.length; row++) {
      double java = s.shown(answers[row]);
      // The functions of a browser may differ from ours in their last digits.
      double room = 1e-9 * Math.max(1, Math.abs(java));
      assertEquals(java, Double.parseDouble(told[row]), room, entry.getKey());
    }
  }

  private static void theKeyboardMovesTheAnswer(Browser browser) throws InterruptedException {
    String slider = "document.querySelector('#try input[type=range]')";
    if (browser.evaluate(slider).equals("null")) {
      return;
    }
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
