package org.backpropnet.knime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.backpropnet.knime.adapter.ViewData;
import org.knime.core.node.port.PortObject;

/** The Learner's view: one page, and what it draws. */
final class TrainingView {
  private TrainingView() {}

  static String page() {
    try (InputStream page = TrainingView.class.getResourceAsStream("view.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The extension's jar is damaged. Install it again.", e);
    }
  }

  /** The model's course and shape in JSON; of a node that was not executed, an empty object. */
  static String data(PortObject[] kept) {
    boolean there = kept != null && kept.length > 0 && kept[0] instanceof ModelPortObject;
    return there ? ViewData.of(((ModelPortObject) kept[0]).model(), PageTable.page(kept)) : "{}";
  }
}
