package org.backpropnet.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.CsvTable;
import org.backpropnet.data.TableOptions;
import org.backpropnet.explain.CompletePicture;
import org.backpropnet.explain.Question;
import org.backpropnet.knime.adapter.Explanation;
import org.backpropnet.knime.adapter.ViewData;
import org.backpropnet.model.Model;
import org.backpropnet.testing.Prerequisite;
import org.backpropnet.testing.ProjectFiles;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;

/** The view in a real browser, inside of a page that speaks to it as the platform does. */
class ViewTest {
  private static final String PLATFORM =
      """
      <!DOCTYPE html><meta charset="utf-8"><title>platform</title>
      <body style="margin:0"><iframe id="f" style="border:0;width:1000px;height:1150px"></iframe>
      <pre id="seen" hidden></pre>
      <script>
      const page = PAGE, data = DATA, asked = [], frame = document.getElementById("f");
      const picture = inner => inner === null ? "none" : inner.contentDocument === null ? "closed"
        : inner.contentDocument.querySelectorAll("section").length + " sections, "
          + inner.contentDocument.querySelectorAll("input[type=range]").length + " sliders";
      const tell = () => {
        const d = frame.contentDocument, all = q => d.querySelectorAll(q).length;
        document.getElementById("seen").textContent = JSON.stringify({
          asked, title: d.getElementById("title").textContent,
          curves: all("#curve polyline"), points: d.querySelector("#curve polyline.valid") ?
            d.querySelector("#curve polyline.valid").getAttribute("points").split(" ").length : 0,
          units: all("#map circle"), links: all("#map line"), rows: all("#rows tbody tr"),
          pictures: all("svg[role=img][aria-label]"), here: d.getElementById("here").textContent,
          recipe: d.getElementById("recipe").textContent,
          hint: !d.getElementById("no-picture").hidden, picture: picture(d.querySelector("#picture iframe")) });
      };
      window.addEventListener("message", event => {
        const m = event.data;
        if (m.type === "UIExtensionReady") { setTimeout(tell, 300); return; }
        if (m.type !== "UIExtensionRequest") return;
        asked.push(m.payload.method);
        const answer = m.payload.method === "getConfig" ? { nodeId: "root:1", extensionType: "view" }
          : data.startsWith('{"internalError"') ? data : JSON.stringify({ result: data });
        frame.contentWindow.postMessage({ type: "UIExtensionResponse", requestId: m.requestId, payload: answer }, "*");
      });
      frame.srcdoc = page;
      </script></body>
      """;

  private static String browser;
  private static String page;

  @TempDir private Path folder;

  @BeforeAll
  static void findABrowser() throws IOException {
    page = TrainingView.page();
    String path = System.getenv().getOrDefault("PATH", "");
    browser =
        Stream.of(path.split(java.io.File.pathSeparator, -1))
            .flatMap(room -> Stream.of("chromium", "google-chrome").map(n -> Path.of(room, n)))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst()
            .orElse(null);
  }

  private static CsvTable houseTable() throws IOException {
    return CsvTable.read(
        ProjectFiles.testData("houses.csv"),
        TableOptions.AUTO.with("zip", TableOptions.Kind.CATEGORIES));
  }

  private static Model houses() throws IOException {
    Map<Knob, String> knobs =
        Map.of(Knob.OPTIMIZER, "adam", Knob.EPOCHS, "40", Knob.HIDDEN_LAYERS, "16, 6");
    return BackpropNet.train(
        houseTable(), "price_per_sqft", TrainingPlan.of(knobs), EpochListener.SILENT);
  }

  /** What the browser prints: the page as it stands in the end, and the console. */
  private String open(String data, String... more) throws Exception {
    Prerequisite.require(browser != null, "the browser Chromium (chromium on the PATH)");
    String inside = PLATFORM.replace("PAGE", quoted(page)).replace("DATA", quoted(data));
    Path file = Files.writeString(folder.resolve("platform.html"), inside);
    List<String> command = new ArrayList<>(List.of(browser, "--headless", "--no-sandbox"));
    command.addAll(List.of("--disable-gpu", "--enable-logging=stderr", "--hide-scrollbars"));
    command.addAll(List.of("--user-data-dir=" + folder.resolve("profile"), "--dump-dom"));
    command.addAll(List.of("--virtual-time-budget=5000", "--window-size=1000,1150"));
    // A frame in a process of its own would not be waited for, and be missing in the picture.
    command.add("--disable-features=IsolateSandboxedIframes");
    command.addAll(List.of(more));
    command.add(file.toUri().toString());
    Path printed = folder.resolve("printed");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the browser does not end");
    return Files.readString(printed, StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "")
            .replace("<", "\\u003c")
        + "\"";
  }

  private static String seen(String printed) {
    int from = printed.indexOf("{", printed.indexOf("id=\"seen\""));
    assertTrue(from > 0, printed);
    return printed.substring(from, printed.indexOf("</pre>", from));
  }

  @Test
  void theCurveTheMapAndTheTableAreDrawnWithoutAnErrorOnTheConsole() throws Exception {
    Path picture = folder.resolve("view.png");
    String printed = open(ViewData.of(houses()));
    assertFalse(printed.contains("CONSOLE"), printed);
    String seen = seen(printed);
    assertTrue(seen.contains("\"asked\":[\"getConfig\",\"callNodeDataService\"]"), seen);
    assertTrue(seen.contains("\"curves\":2,\"points\":40,"), seen);
    // Drawn are 12 of the inputs, 12 of 16 and 6 of 6 units, and the output, with all links
    // between.
    assertTrue(seen.contains("\"units\":31,\"links\":222,\"rows\":40,\"pictures\":2"), seen);
    assertTrue(seen.contains("This is the best epoch"), seen);
    open(ViewData.of(houses()), "--screenshot=" + picture);
    assertTrue(Files.size(picture) > 20_000, "an empty picture is smaller");
    Files.copy(
        picture,
        ProjectFiles.root().resolve("plugin/knime/target/view.png"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static String explained(Model model) throws IOException {
    return CompletePicture.of(new Question(model, houseTable(), 16, "dollars")).html();
  }

  @Test
  void theExplainersViewIsThePageInAFrameThatReachesNothing() throws Exception {
    Model model = houses();
    String data = Explanation.viewData(model.target(), explained(model));
    Path picture = folder.resolve("explainer.png");
    String printed = open(data, "--screenshot=" + picture);
    assertFalse(printed.contains("CONSOLE"), printed);
    assertTrue(Files.size(picture) > 20_000, "an empty picture is smaller");
    Files.copy(
        picture,
        ProjectFiles.root().resolve("plugin/knime/target/explainer.png"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    printed = open(data);
    assertFalse(printed.contains("CONSOLE"), printed);
    assertTrue(seen(printed).contains("\"picture\":\"closed\""), printed);
  }

  @Test
  void thePageInsideTheFrameIsWholeAndItsScriptRuns() throws Exception {
    Model model = houses();
    String closed = page;
    page = closed.replace("frame.setAttribute(\"sandbox\", \"allow-scripts\");", "");
    try {
      String printed = open(ViewData.of(model, explained(model)));
      assertFalse(printed.contains("CONSOLE"), printed);
      String seen = seen(printed);
      // 21 questions and the glossary, and what looks wrong; a slider is the script's work.
      assertTrue(seen.matches("(?s).*\"hint\":false,\"picture\":\"2[23] sections, [1-9].*"), seen);
      assertTrue(seen.contains("\"curves\":2"), seen);
    } finally {
      page = closed;
    }
  }

  @Test
  void aModelWithoutAPageNamesTheNodeThatMakesIt() throws Exception {
    String seen = seen(open(ViewData.of(houses())));
    assertTrue(seen.contains("\"hint\":true,\"picture\":\"none\""), seen);
    assertTrue(page.contains("The node Backprop Net Explainer"));
  }

  @Test
  void aNodeThatWasNotExecutedSaysSo() throws Exception {
    assertEquals("{}", TrainingView.data(new PortObject[0]));
    assertEquals("{}", TrainingView.data(null));
    String printed = open("{}");
    assertFalse(printed.contains("CONSOLE"), printed);
    assertTrue(seen(printed).contains("Execute the node"), printed);
  }

  @Test
  void aFaultOfThePlatformIsTold() throws Exception {
    String printed = open("{\"internalError\":{\"message\":\"too large\"}}");
    assertFalse(printed.contains("CONSOLE"), printed);
    assertTrue(seen(printed).contains("cannot be shown: too large"), printed);
  }

  @Test
  void aModelWithoutACourseIsShownWithoutCurveAndMap() throws Exception {
    String printed =
        open("{\"target\":\"y\",\"classes\":1,\"recipe\":\"r\",\"notes\":[],\"history\":[]}");
    assertFalse(printed.contains("CONSOLE"), printed);
    assertTrue(seen(printed).contains("\"curves\":0"), printed);
  }

  @Test
  void thePageNamesNoAddressAndIsWholeByItself() {
    String plain = page.replace("http://www.w3.org/2000/svg", "");
    assertFalse(plain.matches("(?s).*(https?:|src=|href=|@import|url\\().*"), "it loads something");
  }

  @Test
  void theModelThatTheNodeKeepsIsWhatIsDrawn() throws Exception {
    Model model = houses();
    assertEquals(
        ViewData.of(model), TrainingView.data(new PortObject[] {new ModelPortObject(model)}));
  }
}
