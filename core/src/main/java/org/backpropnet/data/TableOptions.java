package org.backpropnet.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a file is to be read as a table, where the file does not say so itself.
 *
 * @param separator what stands between two cells of a CSV file; empty: found from its first line
 * @param asked kinds of columns that the user named; a table without such a column is refused
 * @param learned kinds of columns that a model knows; the table need not have them
 */
public record TableOptions(
    Optional<Character> separator, Map<String, Kind> asked, Map<String, Kind> learned) {
  /** All is found from the file. */
  public static final TableOptions AUTO = new TableOptions(Optional.empty(), Map.of(), Map.of());

  /** What the cells of a column are. */
  public enum Kind {
    /** Numbers. */
    NUMBERS,
    /** Categories, even if they look like numbers. */
    CATEGORIES
  }

  /** Copies the maps and checks the separator. */
  public TableOptions {
    asked = Map.copyOf(asked);
    learned = Map.copyOf(learned);
    if (separator.isPresent() && ",;\t".indexOf(separator.get()) < 0) {
      throw new IllegalArgumentException(
          "The separator is \""
              + separator.get()
              + "\", but it must be a comma, a semicolon or a tab.");
    }
  }

  /**
   * The same with a given separator.
   *
   * @param character a comma, a semicolon or a tab
   * @return new options
   */
  public TableOptions separatedBy(char character) {
    return new TableOptions(Optional.of(character), asked, learned);
  }

  /**
   * The same with the kind of one column, for instance zip codes, which are categories.
   *
   * @param column its name; the table must have it
   * @param kind what its cells are
   * @return new options
   */
  public TableOptions with(String column, Kind kind) {
    return new TableOptions(separator, with(asked, column, kind), learned);
  }

  /**
   * The same with the kinds that a model's inputs had in training, so that new rows are read in the
   * same way whatever their cells look like.
   *
   * @param encoder the model's
   * @return new options
   */
  public TableOptions withInputsOf(Encoder encoder) {
    Map<String, Kind> kinds = learned;
    for (InputCode code : encoder.codes()) {
      if (code.numeric()) {
        kinds = with(kinds, code.name(), Kind.NUMBERS);
      } else if (code instanceof InputCode.Category) {
        kinds = with(kinds, code.name(), Kind.CATEGORIES);
      }
    }
    return new TableOptions(separator, asked, kinds);
  }

  /**
   * The same with the kind that a model's target had in training.
   *
   * @param target the model's
   * @return new options
   */
  public TableOptions withTarget(TargetCode target) {
    Kind kind = target instanceof TargetCode.Classes ? Kind.CATEGORIES : Kind.NUMBERS;
    return new TableOptions(separator, asked, with(learned, target.name(), kind));
  }

  /** The kind that is known before any cell is seen; null if none is. */
  Kind known(String column) {
    Kind kind = asked.get(column);
    return kind == null ? learned.get(column) : kind;
  }

  private static Map<String, Kind> with(Map<String, Kind> kinds, String column, Kind kind) {
    Map<String, Kind> more = new HashMap<>(kinds);
    more.put(column, kind);
    return more;
  }
}
