package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.core.Settings;
import weka.knowledgeflow.Flow;
import weka.knowledgeflow.FlowRunner;
import weka.knowledgeflow.KFDefaults;

/** The KnowledgeFlow: the icon, and the template flow as it runs without a screen. */
class KnowledgeFlowTest {
  @TempDir private Path folder;

  @Test
  void theIconHasTheSizeOfWekasIcons() throws Exception {
    try (InputStream in =
        getClass().getResourceAsStream("/weka/gui/knowledgeflow/icons/BackpropNet.gif")) {
      assertNotNull(in);
      var image = ImageIO.read(in);
      assertEquals(57, image.getWidth());
      assertEquals(58, image.getHeight());
    }
  }

  /** The flow of the package; only its viewers, which need a screen, give way to a file. */
  private String flow(Path printed) throws Exception {
    String text;
    try (InputStream in = getClass().getResourceAsStream("cross-validation.kf")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String file = printed.toString().replace("\\", "/");
    String viewer = "{\"name\": \"TextViewer\"}";
    String saver = "{\"name\": \"TextViewer\", \"file\": \"" + file + "\"}";
    String changed = text.replace("steps.TextViewer", "steps.TextSaver").replace(viewer, saver);
    assertTrue(changed.contains(file));
    return changed;
  }

  @Test
  void theTemplateFlowCrossValidatesInParallel() throws Exception {
    Path printed = folder.resolve("printed.txt");
    Flow flow = Flow.JSONToFlow(flow(printed));
    Settings settings = new Settings("weka", KFDefaults.APP_ID);
    settings.applyDefaults(new KFDefaults());
    FlowRunner runner = new FlowRunner();
    runner.setSettings(settings);
    runner.setFlow(flow);
    runner.run();
    runner.waitUntilFinished();
    String text = Files.readString(printed);
    assertTrue(text.contains("BackpropNet"), text);
    assertTrue(text.contains("Total Number of Instances              150"), text);
  }
}
