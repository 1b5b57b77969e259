package org.backpropnet.explain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.backpropnet.io.ModelFile;

/** Sections 19 and 20: can I recompute it, and can I trust this page? */
final class Trust {
  private Trust() {}

  static void exports(Paper p) {
    p.say("19.sheet");
    p.say("19.show");
    p.note("19.later");
  }

  static void write(Subject s, Paper p) {
    Fact seed = p.fact("seed", (double) s.model.trained().plan().run().seed(), "");
    Fact rows = p.fact("rows", s.table.rowCount(), "");
    Fact columns = p.fact("columns", s.table.columns().size(), "");
    // This section's own five facts are among them.
    p.say("20.facts", p.fact("facts", p.facts().size() + 2, ""));
    p.say("20.verify");
    p.note("20.seed", seed, rows, columns, p.fact("row", s.row + 1, ""));
    p.note("20.samples");
    // The page's script fills it from the facts, once it is opened.
    String head = "<details id=\"all\" data-head=\"" + Words.of("20.head") + "\" hidden>";
    p.line(head + "<summary>" + Words.of("20.all") + "</summary></details>");
  }

  /** What the model and the data were; a check by other means than the facts. */
  static String fingerprint(Subject s) {
    return "model " + hex(ModelFile.toBytes(s.model)) + ", data " + hex(data(s));
  }

  private static byte[] data(Subject s) {
    MessageDigest digest = sha256();
    ByteBuffer row = ByteBuffer.allocate(8 * s.table.columns().size());
    for (int r = 0; r < s.table.rowCount(); r++) {
      row.clear();
      for (int c = 0; c < s.table.columns().size(); c++) {
        row.putDouble(s.table.value(r, c));
      }
      digest.update(row.array());
    }
    return digest.digest();
  }

  private static String hex(byte[] bytes) {
    byte[] sum = sha256().digest(bytes);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append(Integer.toHexString(0x100 | (sum[i] & 0xff)).substring(1));
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
