package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.HeadlessException;
import java.beans.PropertyDescriptor;
import java.beans.PropertyEditor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.BackpropNet;
import weka.core.Option;
import weka.core.Utils;
import weka.gui.GenericObjectEditor;
import weka.gui.PropertySheetPanel;

/**
 * Every option walks from the command line into an object, from there into the editors of Weka's
 * dialog, as text into the editors of another dialog, and back to the command line.
 */
class DialogWalkTest {
  private static final List<String> SHEETS = List.of("", "Advanced", "Files and output");

  @BeforeEach
  void registerTheEditors() {
    GenericObjectEditor.registerEditors();
  }

  /** All options, none at its default: those of the other tests, and the rest by their kind. */
  private static String[] everyOption() throws Exception {
    List<String> words = new ArrayList<>(List.of(Utils.splitOptions(OptionsTest.ALL)));
    for (Option option : Collections.list(new BackpropNet().listOptions())) {
      if (words.contains(flag(option))) {
        continue;
      }
      words.add(flag(option));
      if (option.numArguments() > 0) {
        boolean file = option.synopsis().endsWith("<file>");
        words.add(file ? "a file of " + option.name() + ".tmp" : "7");
      }
    }
    return words.toArray(new String[0]);
  }

  /** Weka gives one of its own names with a minus. */
  private static String flag(Option option) {
    return option.name().startsWith("-") ? option.name() : "-" + option.name();
  }

  private static PropertySheetPanel sheet(BackpropNet net, String category) throws Exception {
    PropertySheetPanel[] made = new PropertySheetPanel[1];
    SwingUtilities.invokeAndWait(
        () -> {
          made[0] = new PropertySheetPanel(false);
          made[0].setPropertyGroupingCategory(category);
          made[0].setTarget(net);
        });
    return made[0];
  }

  private static <T> T field(PropertySheetPanel sheet, String name, Class<T> type)
      throws ReflectiveOperationException {
    Field field = PropertySheetPanel.class.getDeclaredField(name);
    field.setAccessible(true);
    return type.cast(field.get(sheet));
  }

  /** The editors of the rows that are visible, by property. */
  private static Map<String, PropertyEditor> editors(PropertySheetPanel sheet) throws Exception {
    PropertyDescriptor[] properties = field(sheet, "m_Properties", PropertyDescriptor[].class);
    PropertyEditor[] editors = field(sheet, "m_Editors", PropertyEditor[].class);
    Map<String, PropertyEditor> rows = new LinkedHashMap<>();
    for (int i = 0; i < editors.length; i++) {
      if (editors[i] != null) {
        rows.put(properties[i].getName(), editors[i]);
      }
    }
    return rows;
  }

  /** The options of an object, each with its value, so that their order does not matter. */
  private static Map<String, String> options(BackpropNet net) {
    Map<String, String> options = new TreeMap<>();
    List<String> flags = new ArrayList<>();
    Collections.list(new BackpropNet().listOptions()).forEach(o -> flags.add(flag(o)));
    String[] words = net.getOptions();
    for (int w = 0; w < words.length; w++) {
      boolean valued = w + 1 < words.length && !flags.contains(words[w + 1]);
      options.put(words[w], valued ? words[w + 1] : "");
      w += valued ? 1 : 0;
    }
    return options;
  }

  @Test
  void everyOptionWalksThroughTheDialogUnchanged() throws Exception {
    BackpropNet first = new BackpropNet();
    first.setOptions(everyOption());
    BackpropNet second = new BackpropNet();
    int walked = 0;
    for (String category : SHEETS) {
      Map<String, PropertyEditor> from = editors(sheet(first, category));
      Map<String, PropertyEditor> to = editors(sheet(second, category));
      assertEquals(from.keySet(), to.keySet());
      for (String property : from.keySet()) {
        String text = from.get(property).getAsText();
        SwingUtilities.invokeAndWait(() -> to.get(property).setAsText(text));
        walked++;
      }
    }
    Map<String, String> usual = options(new BackpropNet());
    Map<String, String> expected = options(first);
    for (Option option : Collections.list(first.listOptions())) {
      String flag = flag(option);
      assertTrue(expected.containsKey(flag), flag + " does not walk: this test must set it");
      assertFalse(expected.get(flag).equals(usual.get(flag)), flag + " stands at its default");
    }
    assertEquals(expected, options(second));
    assertEquals(expected.size(), walked, "a row for each option");
    BackpropNet third = new BackpropNet();
    third.setOptions(second.getOptions());
    assertArrayEquals(second.getOptions(), third.getOptions());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | hiddenLayers | 8, | hiddenLayers is \"8,\"",
        "'' | hiddenLayers | 16 flat | relu",
        "'' | learningRate | 0 | learningRate is 0",
        "'' | learningRate | fast | a number",
        "'' | epochs | 0 | at least 1",
        "'' | epochs | 1.5 | whole number",
        "Advanced | numbers | some | thermometer",
        "Advanced | momentum | 1 | less than 1",
        "Advanced | schedule | sometimes | cosine",
        "Advanced | rowsPerStep | -3 | at least 1",
        "Advanced | gradientClip | -1 | 0",
        "Advanced | restarts | 0 | at least 1",
        "Advanced | weightDecay | -1 | 0",
        "Advanced | l1Penalty | -1 | 0",
        "Advanced | dropout | 1 | less than 1",
        "Advanced | validationShare | 1 | less than 1",
        "Advanced | patience | -1 | at least 0",
        "Advanced | timeBudget | -1 | 0",
        "Advanced | threads | 0 | at least 1",
        "Files and output | numDecimalPlaces | -1 | whole number from 0",
        "Files and output | batchSize | many | whole number",
      })
  void aValueThatIsNotAllowedIsRefusedByTheDialogWithTheRule(
      String category, String property, String text, String rule) throws Exception {
    BackpropNet net = new BackpropNet();
    net.setOptions(everyOption());
    String[] before = net.getOptions();
    PropertyEditor editor = editors(sheet(net, category)).get(property);
    String said = complaint(() -> editor.setAsText(text));
    assertTrue(said.contains("while updating " + property + ": "), said);
    assertTrue(said.contains(rule), said);
    assertArrayEquals(before, net.getOptions(), "nothing may have changed");
  }

  /** Text that is no number at all never reaches the object: Java's editors refuse it. */
  @Test
  void wordsAreRefusedWhereNumbersAreWanted() throws Exception {
    for (String category : SHEETS) {
      for (PropertyEditor editor : editors(sheet(new BackpropNet(), category)).values()) {
        if (editor.getValue() instanceof Number) {
          assertThrows(NumberFormatException.class, () -> editor.setAsText("many"));
        }
      }
    }
  }

  /**
   * What the dialog prints; it shows the same in a window, for which there is no screen here, so
   * that the attempt to open it ends the call.
   */
  private static String complaint(Runnable typing) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      SwingUtilities.invokeAndWait(() -> assertThrows(HeadlessException.class, typing::run));
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachRowOfEachSheetHasAReadableNameAndATooltip() throws Exception {
    int rows = 0;
    for (String category : SHEETS) {
      PropertySheetPanel sheet = sheet(new BackpropNet(), category);
      JLabel[] labels = field(sheet, "m_Labels", JLabel[].class);
      for (JLabel label : Arrays.stream(labels).filter(l -> l != null).toList()) {
        rows++;
        String name = label.getText();
        assertTrue(Character.isUpperCase(name.charAt(0)) && !name.contains("_"), name);
        String tip = label.getToolTipText();
        assertTrue(tip != null && tip.length() > 10, name + ": " + tip);
      }
    }
    assertEquals(options(all()).size(), rows);
  }

  private static BackpropNet all() throws Exception {
    BackpropNet net = new BackpropNet();
    net.setOptions(everyOption());
    return net;
  }
}
