package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.BackpropNet;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;

/** What Weka's command line does with the classifier, by the method that its main class calls. */
class CommandLineTest {
  @TempDir private Path folder;

  private String table;

  @BeforeEach
  void writeTheTable() throws Exception {
    Instances data = Rows.classes(90);
    table = Files.writeString(folder.resolve("a table.arff"), data.toString()).toString();
  }

  private String weka(String options, Object... files) throws Exception {
    String[] parts = Utils.splitOptions(options);
    for (int p = 0; p < parts.length; p++) {
      if (parts[p].startsWith("$")) {
        parts[p] = files[Integer.parseInt(parts[p].substring(1)) - 1].toString();
      }
    }
    return Evaluation.evaluateModel(new BackpropNet(), parts);
  }

  private static double epochs(Path model) throws Exception {
    return ((BackpropNet) SerializationHelper.read(model.toString())).getMeasure("measureEpochs");
  }

  @Test
  void aSavedModelContinuesToIterateUntilItIsCleanedUp() throws Exception {
    Path first = folder.resolve("first.model");
    Path second = folder.resolve("second.model");
    Path third = folder.resolve("third.model");
    weka("-t $1 -no-cv -d $2 -N 5 -optimizer adam -resume", table, first);
    assertEquals(5, epochs(first));
    String go = "-l $1 -t $2 -T $2 -continue-iterating -d $3";
    weka(go, first, table, second);
    assertEquals(10, epochs(second));
    weka(go + " -clean-up", second, table, third);
    assertEquals(15, epochs(third));
    assertTrue(Files.size(third) < Files.size(second), "the state must be gone");
  }

  @Test
  void continuingOnAnotherTableIsRefused() throws Exception {
    Path model = folder.resolve("first.model");
    weka("-t $1 -no-cv -d $2 -N 5 -optimizer adam -resume", table, model);
    Path other = Files.writeString(folder.resolve("other.arff"), Rows.classes(50).toString());
    Exception error =
        assertThrows(
            Exception.class,
            () -> weka("-l $1 -t $2 -T $2 -continue-iterating", model, other, table));
    assertTrue(error.getMessage().contains("cannot go on training"), error.getMessage());
  }

  @Test
  void theModelFileIsWrittenOnceAndStartsAnotherTraining() throws Exception {
    Path file = folder.resolve("net.bpnet");
    weka("-t $1 -x 3 -N 5 -optimizer adam -resume -save-model-file $2", table, file);
    assertTrue(Files.size(file) > 0);
    String printed = weka("-t $1 -no-cv -start-from $2", table, file);
    assertTrue(printed.contains("for a further cycle of 5 epochs"), printed);
  }

  @Test
  void theGraphIsPrinted() throws Exception {
    assertTrue(weka("-t $1 -N 2 -g", table).contains("<BIF VERSION"));
  }

  @Test
  void theClassMayBeAnyAttribute() throws Exception {
    for (int c = 1; c <= 4; c++) {
      String printed = weka("-t $1 -c " + c + " -x 2 -N 10", table);
      assertFalse(printed.contains("NaN"), printed);
    }
  }

  @Test
  void aBadOptionIsOneMessageAboveTheHelp() {
    for (String bad : List.of("-N 0", "-L fast", "-optimizer best", "-H 8,", "-S x")) {
      Exception error = assertThrows(Exception.class, () -> weka("-t $1 " + bad, table));
      String message = error.getMessage().strip();
      String flag = bad.substring(0, bad.indexOf(' '));
      assertTrue(message.startsWith("Weka exception: Option " + flag + ": "), message);
    }
  }
}
