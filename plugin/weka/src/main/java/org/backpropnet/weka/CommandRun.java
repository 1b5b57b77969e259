package org.backpropnet.weka;

import java.io.PrintStream;
import java.util.List;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Evaluation;

/** One run of Weka's evaluation from the command line. */
public final class CommandRun {
  private static final String HELP = "Help requested";
  private static final String OPTIONS = "General options:";
  private static final String WEKA = "Weka exception:";

  private CommandRun() {}

  /**
   * Evaluates a classifier and prints the result, or one line about what was wrong.
   *
   * @param classifier not yet trained
   * @param options Weka's evaluation options and the classifier's; blanked
   * @param out gets the result, or the help
   * @param err gets the error
   * @return 0, or 1 after an error
   */
  public static int run(
      AbstractClassifier classifier, String[] options, PrintStream out, PrintStream err) {
    boolean detailed = List.of(options).contains("-output-debug-info");
    try {
      classifier.preExecution();
      out.println(Evaluation.evaluateModel(classifier, options));
      classifier.postExecution();
      return 0;
    } catch (Exception e) {
      String message = String.valueOf(e.getMessage()).strip();
      if (message.startsWith(HELP)) {
        out.println(message);
        return 0;
      }
      err.println("BackpropNet: " + line(e, message));
      if (detailed) {
        e.printStackTrace(err);
      }
      return 1;
    }
  }

  /** Weka puts all options behind an error; who needs them asks for help. */
  private static String line(Exception e, String message) {
    if (e.getMessage() == null) {
      return e + ". The option -output-debug-info shows where this happened.";
    }
    int list = message.indexOf(OPTIONS);
    String text = list < 0 ? message : message.substring(0, list);
    text = text.startsWith(WEKA) ? text.substring(WEKA.length()) : text;
    String clean = text.replaceAll("\\s+", " ").strip();
    return clean + (list < 0 ? "" : " (-h lists all options.)");
  }

  /**
   * Whether this thread is the program's first one, as under weka.Run. The Simple CLI uses threads
   * of its own inside the Java machine of Weka's windows, which must go on.
   *
   * @return true if nothing else is lost when the Java machine ends
   */
  public static boolean isProgram() {
    return Thread.currentThread().getName().equals("main");
  }
}
