package org.backpropnet.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.node.parameters.Widget;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * The platform makes a node's description of our texts, which it reads as XML: one stray sign, and
 * the node cannot be loaded. It knows ports by their names, which must differ.
 */
class NodeTextsTest {
  private static final Set<String> ALLOWED =
      Set.of("text", "p", "b", "i", "br", "ul", "ol", "li", "a", "tt", "pre", "sub", "sup");

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader("<text>" + text + "</text>")));
  }

  private static void requireDescription(String text) throws Exception {
    NodeList elements = xml(text).getElementsByTagName("*");
    for (int e = 0; e < elements.getLength(); e++) {
      assertTrue(ALLOWED.contains(elements.item(e).getNodeName()), text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        LearnerParameters.class,
        LayerParameters.class,
        PredictorParameters.class,
        ExplainerParameters.class,
        ReaderParameters.class,
        WriterParameters.class
      })
  void titlesAndHelpOfTheDialogsCanBeReadAsXml(Class<?> parameters) throws Exception {
    int seen = 0;
    for (Field field : parameters.getDeclaredFields()) {
      Widget widget = field.getAnnotation(Widget.class);
      if (widget != null) {
        requireDescription(widget.description());
        assertFalse(widget.title().isBlank(), field::toString);
        assertFalse(widget.description().isBlank(), field::toString);
        seen++;
      }
    }
    assertTrue(seen > 0, "no widget");
  }

  /** Collects the texts of a factory, and the names of its ports. */
  private static final class Texts extends ClassVisitor {
    final List<String> all = new ArrayList<>();
    final List<String> ports = new ArrayList<>();

    Texts() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      List<String> pending = new ArrayList<>();
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLdcInsn(Object value) {
          if (value instanceof String text) {
            all.add(text);
            pending.add(text);
          }
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          if (called.matches("add(In|Out)put(Port|Table)")) {
            ports.add(pending.get(0));
            pending.clear();
          }
        }
      };
    }
  }

  private static Texts texts(Class<?> factory) throws Exception {
    Texts texts = new Texts();
    try (InputStream code = factory.getResourceAsStream(factory.getSimpleName() + ".class")) {
      new ClassReader(code).accept(texts, 0);
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        LearnerNodeFactory.class,
        PredictorNodeFactory.class,
        ExplainerNodeFactory.class,
        ReaderNodeFactory.class,
        WriterNodeFactory.class
      })
  void textsOfANodeCanBeReadAsXmlAndItsPortsHaveNamesOfTheirOwn(Class<?> factory) throws Exception {
    Texts texts = texts(factory);
    for (String text : texts.all) {
      requireDescription(text);
    }
    assertFalse(texts.ports.isEmpty());
    assertEquals(texts.ports.stream().distinct().toList(), texts.ports);
  }

  @Test
  void theLearnerHasItsFourPortsInThisOrder() throws Exception {
    // Workflows know a port by its place.
    assertEquals(
        List.of("Table", "Model to continue", "Model", "Training history"),
        texts(LearnerNodeFactory.class).ports);
  }

  @Test
  void strayTagsAreFound() {
    assertTrue(
        Stream.of("a < b", "a & b", "<p>a", "<script>a</script>")
            .allMatch(
                wrong -> {
                  try {
                    requireDescription(wrong);
                    return false;
                  } catch (Exception | AssertionError e) {
                    return true;
                  }
                }));
  }
}
