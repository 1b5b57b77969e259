package org.backpropnet.weka;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.data.TableOptions;
import weka.core.converters.ArffLoader.ArffReader;

/** Tables in ARFF files, read by Weka's own loader. */
final class ArffTable {
  private ArffTable() {}

  /** Reads a file in UTF-8, whatever the system's own encoding is. */
  static Table read(Path file, TableOptions options, Consumer<String> notes) throws IOException {
    if (!options.asked().isEmpty()) {
      throw new DataException(
          "An ARFF file says itself what its columns are. Change the @attribute lines of "
              + new TreeSet<>(options.asked().keySet())
              + " in \""
              + file
              + "\".");
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      return new InstancesTable(new ArffReader(reader).getData());
    } catch (FileSystemException e) {
      throw e;
    } catch (CharacterCodingException e) {
      throw new DataException("The file \"" + file + "\" is no text in UTF-8. Convert it first.");
    } catch (IOException e) {
      throw new DataException(
          "The file \"" + file + "\" is no ARFF file that Weka can read: " + e.getMessage() + ".");
    }
  }
}
