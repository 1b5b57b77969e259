package org.backpropnet.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes the time out of a spreadsheet file, in which the library notes when it was made, and asks
 * spreadsheet programs to work out all formulas when they open it.
 */
final class SameBytes {
  /** The first day that a zip file can name. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String PROPERTIES = "docProps/core.xml";
  private static final String WORKBOOK = "xl/workbook.xml";

  private SameBytes() {}

  static void copy(Path from, OutputStream to) throws IOException {
    try (ZipFile file = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(to)) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry old = entries.nextElement();
        ZipEntry entry = new ZipEntry(old.getName());
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        try (InputStream in = file.getInputStream(old)) {
          write(old.getName(), in, out);
        }
        out.closeEntry();
      }
    }
  }

  private static void write(String name, InputStream in, OutputStream out) throws IOException {
    if (!name.equals(PROPERTIES) && !name.equals(WORKBOOK)) {
      in.transferTo(out);
      return;
    }
    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    String changed =
        name.equals(PROPERTIES)
            ? text.replaceFirst("<dcterms:created.*</dcterms:created>", "")
            : text.replace(
                "<definedNames></definedNames></workbook>",
                "<calcPr fullCalcOnLoad=\"1\"/></workbook>");
    out.write(changed.getBytes(StandardCharsets.UTF_8));
  }
}
