package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.CheckClassifier;
import weka.classifiers.functions.BackpropNet;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Instances;

/** Weka's own checkers, read as strictly as their output allows. */
class CheckersTest {
  private static final List<String> TRUE_NOS =
      List.of("updateable classifier...no", "multi-instance classifier...no");

  private static String printed(Runnable work) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void checkClassifierFindsNothing() {
    CheckClassifier check = new CheckClassifier();
    check.setClassifier(new BackpropNet());
    String text = printed(check::doTests);
    assertTrue(text.contains("instance weights"), text);
    int yes = 0;
    for (String line : text.lines().toList()) {
      yes += line.endsWith("...yes") ? 1 : 0;
      boolean fine =
          !line.contains("...no")
              || line.contains("(OK error message)")
              || TRUE_NOS.contains(line.strip());
      assertTrue(fine, line);
    }
    assertTrue(yes > 35, "too few tests were passed: " + yes);
    assertFalse(text.contains("Problem during"), text);
  }

  @Test
  void checkOptionHandlerFindsNothing() {
    CheckOptionHandler check = new CheckOptionHandler();
    check.setOptionHandler(new BackpropNet());
    check.setUserOptions(new String[] {"-H", "8", "-optimizer", "adam", "-resume", "-S", "3"});
    String text = printed(check::doTests);
    assertTrue(check.getSuccess(), text);
    assertFalse(text.contains("...no"), text);
  }

  @Test
  void checkGoeFindsNothing() {
    CheckGOE check = new CheckGOE();
    check.setObject(new BackpropNet());
    String text = printed(check::doTests);
    assertTrue(check.getSuccess(), text);
    assertFalse(text.contains("...no"), text);
  }

  @Test
  void anUnbuiltClassifierSaysSo() {
    assertEquals("Backprop Net: no model built yet.", new BackpropNet().toString());
    assertEquals("no model built yet", new BackpropNet().toSummaryString());
  }

  @Test
  void itLearnsFromWhateverWekasOwnNetworkLearnsFrom() {
    Capabilities ours = new BackpropNet().getCapabilities();
    Capabilities wekas = new MultilayerPerceptron().getCapabilities();
    for (Capability capability : Capability.values()) {
      assertEquals(wekas.handles(capability), ours.handles(capability), capability.toString());
    }
    assertEquals(wekas.getMinimumNumberInstances(), ours.getMinimumNumberInstances());
  }

  @Test
  void anAttributeThatItCannotReadIsRefusedInOneSentence() {
    Instances data = Rows.classes(20);
    data.insertAttributeAt(new Attribute("text", (List<String>) null), 0);
    Exception error = assertThrows(Exception.class, () -> new BackpropNet().buildClassifier(data));
    assertTrue(error.getMessage().endsWith("Cannot handle string attributes!"), error.getMessage());
  }
}
