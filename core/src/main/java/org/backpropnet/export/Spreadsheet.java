package org.backpropnet.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.data.TargetCode;
import org.backpropnet.math.Require;
import org.backpropnet.model.Model;
import org.backpropnet.network.Parameters;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The trained network as a live spreadsheet (.xlsx): raw rows, what each cell becomes, weights, and
 * all sums, activations and answers as formulas, so that changing a raw cell changes the
 * prediction. A spreadsheet program works the formulas out when it opens the file; its answers
 * differ from the model's only in the order in which products are added up.
 *
 * <p>The same model and rows give the same content on every machine, and the same bytes on every
 * Java that compresses alike.
 */
public final class Spreadsheet {
  /** Most rows of a table that fit under the line of headings. */
  public static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

  private Spreadsheet() {}

  /**
   * Writes a spreadsheet. The file appears when it is complete; an older one of that name is
   * replaced.
   *
   * @param model the network
   * @param table has the model's columns; the target may be missing
   * @param rows how many of its rows, from the first; fewer if it has fewer
   * @param path the file, whose name should end in .xlsx
   * @throws DataException if a column is missing or of another kind, or a spreadsheet cannot hold
   *     the network
   * @throws IOException if the disk does not take it
   */
  public static void write(Model model, Table table, int rows, Path path) throws IOException {
    Require.atLeast("rows", rows, 1, "One row is enough to try the network.");
    if (rows > MOST_ROWS) {
      throw new DataException(
          "rows is " + rows + ", but a spreadsheet has room for at most " + MOST_ROWS + ".");
    }
    Job job = Job.of(model, table, rows);
    requireNames(model);
    Path raw = Files.createTempFile("backpropnet", ".xlsx");
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(raw);
          Workbook book = new Workbook(out, "Backprop Net", null)) {
        write(job, book);
      }
      try (OutputStream out = Files.newOutputStream(part)) {
        SameBytes.copy(raw, out);
      }
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(raw);
      Files.deleteIfExists(part);
    }
  }

  private static void requireNames(Model model) {
    if (model.encoder().target() instanceof TargetCode.Classes c && c.labels().contains("")) {
      throw new DataException(
          "Target \""
              + c.name()
              + "\" has a class without letters, which a spreadsheet cannot show. Give it a name"
              + " before training.");
    }
    List<String> inputs = List.of(model.encoder().inputNames());
    if (Parameters.of(model.spec()).units(0) > MOST_ROWS || inputs.size() > MOST_ROWS) {
      throw new DataException(
          "The network has more units or inputs than a spreadsheet has rows (" + MOST_ROWS + ").");
    }
  }

  private static void write(Job job, Workbook book) throws IOException {
    new RowsSheet(job).write(book);
    new ColumnsSheet(job).write(book);
    if (job.constant()) {
      return;
    }
    new InputsSheet(job).write(book);
    double[] parameters = job.model().copyOfParameters();
    for (int layer = 0; layer <= job.model().spec().hidden().size(); layer++) {
      new WeightsSheet(job, layer).write(book, parameters);
      new LayerSheet(job, layer).write(book);
    }
    new AnswerSheet(job).write(book);
  }
}
