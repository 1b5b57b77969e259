package org.backpropnet.knime.adapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.backpropnet.data.DataException;

/**
 * What can be said about the columns before a row is read.
 *
 * @param columns those to read, in the table's order: inputs, target and weight
 * @param warnings sentences for the user
 */
public record LearnerCheck(List<HostColumn> columns, List<String> warnings) {
  /** More classes than this are taken for a mistake, such as a column of names. */
  public static final int MOST_CLASSES = 10_000;

  /** Copies the lists. */
  public LearnerCheck {
    columns = List.copyOf(columns);
    warnings = List.copyOf(warnings);
  }

  /**
   * Which columns play which part.
   *
   * @param target name of the column to predict
   * @param inputs names of the columns to learn from
   * @param weight name of the column that says how much a row counts; empty for none
   */
  public record Roles(String target, List<String> inputs, String weight) {
    /** A column may be named "", too, which is not the weight then. */
    boolean isWeight(String name) {
      return !weight.isEmpty() && name.equals(weight);
    }
  }

  /**
   * Checks a choice of columns.
   *
   * @param table all columns
   * @param roles the choice
   * @return the columns to read, and warnings
   * @throws DataException naming what is wrong and the way out
   */
  public static LearnerCheck of(List<HostColumn> table, Roles roles) {
    requireNamesOnce(table);
    HostColumn target = target(table, roles.target());
    List<String> warnings = new ArrayList<>();
    if (target.kind() == HostColumn.Kind.CATEGORY) {
      checkClasses(target, warnings);
    } else if (target.low() == target.high()) {
      warnings.add(constant(target, "the number " + target.low()));
    }
    if (!roles.weight().isEmpty()) {
      checkWeight(find(table, roles.weight(), "weight"), roles);
    }
    Set<String> wanted = new HashSet<>(roles.inputs());
    wanted.remove(roles.target());
    List<HostColumn> columns = new ArrayList<>();
    int inputs = 0;
    for (HostColumn column : table) {
      boolean weight = roles.isWeight(column.name());
      boolean input =
          !weight && wanted.contains(column.name()) && column.kind() != HostColumn.Kind.OTHER;
      inputs += input ? 1 : 0;
      if (input || column.name().equals(roles.target()) || weight) {
        columns.add(column);
      }
    }
    if (inputs == 0) {
      throw new DataException(
          "No input column is chosen. Choose at least one column of numbers or categories beside"
              + " the target \""
              + roles.target()
              + "\".");
    }
    return new LearnerCheck(columns, warnings);
  }

  private static void requireNamesOnce(List<HostColumn> table) {
    Set<String> names = new HashSet<>();
    for (HostColumn column : table) {
      if (!names.add(column.name())) {
        throw new DataException(
            "The table has two columns named \"" + column.name() + "\". Rename one of them.");
      }
    }
  }

  private static HostColumn target(List<HostColumn> table, String name) {
    if (name == null || name.isEmpty()) {
      throw new DataException(
          "No target column is chosen. Open the dialog and choose the column to predict: numbers"
              + " or categories.");
    }
    HostColumn found = find(table, name, "target");
    if (found.kind() == HostColumn.Kind.OTHER) {
      throw new DataException(
          "The target column \""
              + name
              + "\" has neither numbers nor categories. Choose another one, or convert it.");
    }
    return found;
  }

  private static HostColumn find(List<HostColumn> table, String name, String role) {
    for (HostColumn column : table) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    throw new DataException(
        "The table has no column \""
            + name
            + "\", which is chosen as "
            + role
            + ". It has "
            + table.stream().map(HostColumn::name).toList()
            + ".");
  }

  private static void checkClasses(HostColumn target, List<String> warnings) {
    if (target.labels().isEmpty()) {
      throw new DataException(
          "The classes of the target column \""
              + target.name()
              + "\" are not known. Put the node \"Domain Calculator\" before this one, with no"
              + " limit to the number of values.");
    }
    int classes = target.labels().get().size();
    if (classes > MOST_CLASSES) {
      throw new DataException(
          "The target column \""
              + target.name()
              + "\" has "
              + classes
              + " categories, but at most "
              + MOST_CLASSES
              + " can be told apart. Choose another target; if these are numbers in the form of"
              + " text, use \"String to Number\".");
    }
    if (classes == 1) {
      warnings.add(constant(target, "the class \"" + target.labels().get().get(0) + "\""));
    }
  }

  private static String constant(HostColumn target, String value) {
    return "The target column \""
        + target.name()
        + "\" is always "
        + value
        + ", so there is nothing to learn: the model will answer just that.";
  }

  private static void checkWeight(HostColumn column, Roles roles) {
    if (roles.weight().equals(roles.target())) {
      throw new DataException(
          "The column \""
              + roles.target()
              + "\" is both target and weight. Choose another weight.");
    }
    if (column.kind() != HostColumn.Kind.NUMBER) {
      throw new DataException(
          "The weight column \"" + column.name() + "\" has no numbers. Choose one that has.");
    }
  }
}
