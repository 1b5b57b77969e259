package org.backpropnet.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A spreadsheet file, read as what it is: XML in a zip.
 *
 * @param parts text of each file in the zip, by its name
 */
record Xlsx(Map<String, String> parts) {
  static Xlsx of(Path path) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        parts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return new Xlsx(parts);
  }

  /** Formulas of a sheet, by their cells. */
  Map<String, String> formulas(String sheet) {
    Map<String, String> formulas = new LinkedHashMap<>();
    Matcher cell =
        Pattern.compile("<c r=\"([A-Z]+[0-9]+)\"[^>]*><f>([^<]*)</f></c>")
            .matcher(parts.get(part(sheet)));
    while (cell.find()) {
      String formula = cell.group(2).replace("&gt;", ">").replace("&lt;", "<");
      formulas.put(cell.group(1), formula.replace("&amp;", "&"));
    }
    return formulas;
  }

  /** The same with another number in a cell that held one. */
  Xlsx withNumber(String sheet, String cell, double value) {
    String text = parts.get(part(sheet));
    Matcher found =
        Pattern.compile("(<c r=\"" + cell + "\"[^>]* t=\"n\">)<v>[^<]*</v>").matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException(cell + " of " + sheet + " holds no number");
    }
    Map<String, String> changed = new LinkedHashMap<>(parts);
    changed.put(part(sheet), found.replaceFirst("$1<v>" + value + "</v>"));
    return new Xlsx(changed);
  }

  void save(Path path) throws IOException {
    try (OutputStream file = Files.newOutputStream(path);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  /** Sheets are numbered in the order in which the workbook names them. */
  private String part(String sheet) {
    Matcher found =
        Pattern.compile("<sheet name=\"([^\"]*)\"").matcher(parts.get("xl/workbook.xml"));
    int number = 0;
    while (found.find()) {
      number++;
      if (found.group(1).equals(sheet)) {
        return "xl/worksheets/sheet" + number + ".xml";
      }
    }
    throw new IllegalArgumentException("no sheet " + sheet);
  }
}
