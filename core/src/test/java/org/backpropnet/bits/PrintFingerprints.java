package org.backpropnet.bits;

import org.backpropnet.train.Knob;

/** What the second JVM of {@link SameBitsTest} runs. */
public final class PrintFingerprints {
  static final String THREADS = "fingerprints.threads";

  private PrintFingerprints() {}

  /**
   * Prints a line per course: its name and three sums. The property {@value #THREADS} lists numbers
   * of threads, for instance "1,3": then all courses are run with each of them.
   *
   * @param courses names of the courses
   */
  public static void main(String[] courses) {
    for (String threads : System.getProperty(THREADS, "auto").split(",", -1)) {
      for (String name : courses) {
        Course course = Course.valueOf(name);
        System.out.println(Fingerprint.line(course, course.plan().with(Knob.THREADS, threads)));
      }
    }
  }
}
