package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.DataException;
import org.backpropnet.data.InputCode;

/**
 * Why rows get their answers: how much each column moves a row's answer away from that of the
 * typical row. The same reckoning as section 16 of the page, for as many rows as wanted. All rows
 * are told of one answer: the number or, of classes, the probability in percent of the class that
 * the page is about.
 */
public final class Reasons {
  private final Subject subject;
  private final double[] typical;

  private Reasons(Subject subject, double[] typical) {
    this.subject = subject;
    this.typical = typical;
  }

  /**
   * Part of an answer.
   *
   * @param column the column that brings it
   * @param value the row's cell there, as the page shows it
   * @param driver what it adds to the answer of the typical row
   */
  public record Reason(String column, String value, double driver) {}

  /**
   * Gets ready to give reasons.
   *
   * @param question model and rows; its row decides which class is told of
   * @return for any row of the table
   * @throws DataException if the table lacks a column, or the truth for every row
   */
  public static Reasons of(Question question) {
    Subject subject = new Subject(question);
    return new Reasons(subject, subject.constant() ? new double[0] : Drivers.typical(subject));
  }

  /**
   * The answer to a row.
   *
   * @param row from 0
   * @return the number, or the percent; what the typical row gets plus all drivers of this row
   */
  public double answer(int row) {
    return subject.shown(subject.model.bind(subject.table.columns()).predict(subject.table, row));
  }

  /**
   * The reasons for a row's answer, in the order of the model's columns.
   *
   * @param row from 0
   * @return one for each column that the model uses; none of a model that always answers the same
   */
  public List<Reason> of(int row) {
    List<Reason> reasons = new ArrayList<>();
    if (subject.constant()) {
      return reasons;
    }
    double[] shares = Drivers.of(subject, typical, subject.vector(row)).shares();
    for (int c = 0; c < shares.length; c++) {
      InputCode code = subject.encoder.codes().get(c);
      if (!(code instanceof InputCode.Dropped)) {
        String cell = subject.cell(row, subject.column(code));
        reasons.add(new Reason(code.name(), cell, shares[c]));
      }
    }
    return reasons;
  }
}
