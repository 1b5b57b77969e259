package org.backpropnet.knime.adapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.backpropnet.data.DataException;
import org.backpropnet.data.InputCode;
import org.backpropnet.model.Model;

/**
 * What nodes need to know about a model that is not there yet.
 *
 * @param target name of the column that it predicts
 * @param classes in the order of the probabilities; empty if it predicts a number
 * @param numbers names of the inputs that are numbers
 * @param categories names of the inputs that are categories
 */
public record ModelShape(
    String target, List<String> classes, List<String> numbers, List<String> categories) {
  /** Copies the lists. */
  public ModelShape {
    classes = List.copyOf(classes);
    numbers = List.copyOf(numbers);
    categories = List.copyOf(categories);
  }

  /**
   * That of a model.
   *
   * @param model the model
   * @return its shape; columns that it left out are not in there
   */
  public static ModelShape of(Model model) {
    List<String> numbers = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    for (InputCode code : model.encoder().codes()) {
      if (!(code instanceof InputCode.Dropped)) {
        (code.numeric() ? numbers : categories).add(code.name());
      }
    }
    return new ModelShape(model.target(), model.classes(), numbers, categories);
  }

  /**
   * That of a model which will be learned from these columns.
   *
   * @param columns inputs, target and weight
   * @param roles which is which
   * @return the shape if every column and class turns out to be of use
   */
  public static ModelShape planned(List<HostColumn> columns, LearnerCheck.Roles roles) {
    List<String> numbers = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    for (HostColumn column : columns) {
      if (column.name().equals(roles.target())) {
        column.labels().ifPresent(classes::addAll);
      } else if (!roles.isWeight(column.name())) {
        boolean number = column.kind() == HostColumn.Kind.NUMBER;
        (number ? numbers : categories).add(column.name());
      }
    }
    classes.sort(byCodePoints());
    return new ModelShape(roles.target(), classes, numbers, categories);
  }

  private static Comparator<String> byCodePoints() {
    return (a, b) -> {
      int[] first = a.codePoints().toArray();
      int[] second = b.codePoints().toArray();
      return java.util.Arrays.compare(first, second);
    };
  }

  /**
   * Checks that a table has the inputs.
   *
   * @param table its columns
   * @throws DataException naming every input that is missing or of another kind
   */
  public void requireInputs(List<HostColumn> table) {
    Map<String, HostColumn.Kind> kinds = new HashMap<>();
    table.forEach(column -> kinds.put(column.name(), column.kind()));
    List<String> faults = new ArrayList<>();
    for (String name : numbers) {
      fault(kinds, name, HostColumn.Kind.NUMBER, faults);
    }
    for (String name : categories) {
      fault(kinds, name, HostColumn.Kind.CATEGORY, faults);
    }
    if (!faults.isEmpty()) {
      throw new DataException(
          "The model that predicts \""
              + target
              + "\" does not fit this table: "
              + String.join(", ", faults)
              + ". Bring the columns under the names that it was trained with.");
    }
  }

  private static void fault(
      Map<String, HostColumn.Kind> kinds,
      String name,
      HostColumn.Kind wanted,
      List<String> faults) {
    HostColumn.Kind found = kinds.get(name);
    // Numbers may come as texts: training read them, so predicting does, too.
    boolean texts = wanted == HostColumn.Kind.NUMBER && found == HostColumn.Kind.CATEGORY;
    if (found != wanted && !texts) {
      String kind = wanted == HostColumn.Kind.NUMBER ? "numbers" : "categories";
      faults.add(
          found == null
              ? "column \"" + name + "\" is missing"
              : "column \"" + name + "\" has no " + kind);
    }
  }
}
