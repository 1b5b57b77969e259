package org.backpropnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.backpropnet.data.Table;
import org.backpropnet.data.TableOptions;

/** Reads files of one format: the seam through which a host adds formats to the command line. */
@FunctionalInterface
public interface TableReader {
  /**
   * Reads a file.
   *
   * @param file its path
   * @param options what is known about its columns
   * @param notes hears what the user may want to know, in sentences
   * @return all its rows
   * @throws org.backpropnet.data.DataException if the content is no table, or the options do not
   *     fit; the message says what, where and the way out
   * @throws IOException if the disk fails
   */
  Table read(Path file, TableOptions options, Consumer<String> notes) throws IOException;
}
