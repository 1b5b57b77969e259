package org.backpropnet.bits;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.backpropnet.data.Table;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.backpropnet.train.TrainingPlan;

/**
 * What a training left behind, in three SHA-256 sums. A change of words alone alters the file; a
 * change of arithmetic alters the weights too.
 *
 * @param weights of the weights' bits
 * @param answers of the bits of all answers to the rows that were learned from
 * @param file of the model file
 */
public record Fingerprint(String weights, String answers, String file) {
  static Fingerprint of(Course course, Table table, TrainingPlan plan) {
    Model model = course.train(table, plan);
    double[][] answers = model.predict(table);
    ByteBuffer bits = ByteBuffer.allocate(Double.BYTES * answers.length * answers[0].length);
    for (double[] answer : answers) {
      for (double number : answer) {
        bits.putDouble(number);
      }
    }
    return new Fingerprint(weights(model), sha256(bits.array()), sha256(ModelFile.toBytes(model)));
  }

  /**
   * Of the weights alone.
   *
   * @param model any model
   * @return SHA-256 in hexadecimal digits
   */
  public static String weights(Model model) {
    double[] weights = model.copyOfParameters();
    ByteBuffer bits = ByteBuffer.allocate(Double.BYTES * weights.length);
    bits.asDoubleBuffer().put(weights);
    return sha256(bits.array());
  }

  /** The line of a course in the golden file. */
  static String line(Course course, TrainingPlan plan) {
    return of(course, course.table(), plan).line(course);
  }

  String line(Course course) {
    return String.join(",", course.name(), weights, answers, file);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JVM has SHA-256.", e);
    }
  }
}
