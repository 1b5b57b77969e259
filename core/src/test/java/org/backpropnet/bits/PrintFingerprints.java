package org.backpropnet.bits;

/** What the second JVM of {@link SameBitsTest} runs. */
public final class PrintFingerprints {
  private PrintFingerprints() {}

  /**
   * Prints a line per course: its name and three sums.
   *
   * @param courses names of the courses
   */
  public static void main(String[] courses) {
    for (String name : courses) {
      Course course = Course.valueOf(name);
      System.out.println(Fingerprint.line(course, course.plan()));
    }
  }
}
