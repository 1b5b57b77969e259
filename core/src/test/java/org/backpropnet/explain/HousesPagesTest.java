package org.backpropnet.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.backpropnet.model.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of docs are those that the program writes now. */
class HousesPagesTest {
  @ParameterizedTest
  @EnumSource
  void thePageOfDocsHolds(HousesPages page) throws IOException {
    String html = Files.readString(page.path(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    assertTrue(html.getBytes(StandardCharsets.UTF_8).length < 2_000_000, "under 2 MB");
    Model model = page.train();
    String asked = "If the change is on purpose, run " + WriteHousesPages.class.getName() + ".";
    Verify verify = Verify.of(html, model, HousesPages.table(), true);
    assertEquals(List.of(), verify.faults(html), asked);
    assertEquals(page.picture(model).html(), html, asked);
  }

  @ParameterizedTest
  @EnumSource
  void itTellsWhatItsNetworkIs(HousesPages page) throws IOException {
    String text = PlainText.of(Files.readString(page.path(), StandardCharsets.UTF_8));
    boolean voted = page == HousesPages.HOUSES;
    assertEquals(voted, text.contains("networks vote"));
    assertEquals(!voted, text.contains("really walked in such plain steps"));
    assertTrue(voted || text.contains("one straight line per column"));
    assertFalse(text.contains("price_per_sqft per square foot"));
    assertTrue(text.contains("dollars per square foot"));
  }
}
