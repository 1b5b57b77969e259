package org.backpropnet.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.backpropnet.data.CsvTable;
import org.backpropnet.data.TableOptions;
import org.backpropnet.testing.Prerequisite;

/** A spreadsheet program made by others: it opens files, works out all formulas, and tells them. */
final class LibreOffice {
  /** Comma, quote, UTF-8, from line 1; texts in quotes; numbers with all digits; all sheets. */
  private static final String CSV =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1";

  private static final int MOST_MINUTES = 5;

  private LibreOffice() {}

  /**
   * Works out all formulas.
   *
   * @param folder whose .xlsx files are opened; beside them appears "name-sheet.csv" for each sheet
   */
  static void workOut(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program());
    // A profile of its own, so that neither a running LibreOffice nor its settings matter.
    command.add("-env:UserInstallation=" + folder.resolve("profile").toUri());
    command.addAll(List.of("--headless", "--convert-to", CSV, "--outdir", folder.toString()));
    try (var files = Files.list(folder)) {
      files.map(Path::toString).filter(f -> f.endsWith(".xlsx")).sorted().forEach(command::add);
    }
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertTrue(ended, "LibreOffice does not end");
    assertEquals(0, process.exitValue(), Files.readString(log));
  }

  /** What a sheet shows; cells that are no numbers make their column one of texts. */
  static CsvTable sheet(Path folder, String file, String sheet) throws IOException {
    Path csv = folder.resolve(file + "-" + sheet + ".csv");
    return CsvTable.read(csv, TableOptions.AUTO);
  }

  private static String program() {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      for (String name : List.of("soffice", "soffice.exe", "libreoffice")) {
        File file = new File(folder, name);
        if (file.canExecute()) {
          return file.toString();
        }
      }
    }
    Prerequisite.require(false, "LibreOffice Calc (its program soffice on the PATH)");
    throw new AssertionError("unreachable");
  }
}
