package org.backpropnet.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What plugin.xml names is there, and is what KNIME expects at that place. */
class PluginXmlTest {
  private static Document plugin() throws Exception {
    try (InputStream xml = LearnerNodeFactory.class.getResourceAsStream("/plugin.xml")) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
    }
  }

  private static List<Element> elements(String name) throws Exception {
    NodeList nodes = plugin().getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** Without running its static part, which asks the platform. */
  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, false, PluginXmlTest.class.getClassLoader());
  }

  private static void requireMadeByName(String name, Class<?> above) throws Exception {
    Class<?> type = type(name);
    assertTrue(above.isAssignableFrom(type), name);
    assertTrue(Modifier.isPublic(type.getModifiers()), name);
    assertTrue(Modifier.isPublic(type.getConstructor().getModifiers()), name);
  }

  @Test
  void theFiveNodesAreThereUnderNamesThatStayForEver() throws Exception {
    List<String> names =
        elements("node").stream().map(node -> node.getAttribute("factory-class")).toList();
    assertEquals(
        List.of(
            "org.backpropnet.knime.LearnerNodeFactory",
            "org.backpropnet.knime.PredictorNodeFactory",
            "org.backpropnet.knime.ExplainerNodeFactory",
            "org.backpropnet.knime.ReaderNodeFactory",
            "org.backpropnet.knime.WriterNodeFactory"),
        names);
    for (String name : names) {
      requireMadeByName(name, DefaultNodeFactory.class);
    }
  }

  @Test
  void theNodesLieInTheCategoryThatIsAdded() throws Exception {
    Element category = elements("category").get(0);
    // The platform locks its own categories, of which nodes of others are turned away.
    assertEquals("/community", category.getAttribute("path"));
    String path = category.getAttribute("path") + "/" + category.getAttribute("level-id");
    for (Element node : elements("node")) {
      assertEquals(path, node.getAttribute("category-path"));
    }
    assertNotNull(
        LearnerNodeFactory.class.getResource("/" + category.getAttribute("icon")), "its icon");
  }

  @Test
  void thePortsClassesAndSerializersAgree() throws Exception {
    Element port = elements("portType").get(0);
    requireMadeByName(port.getAttribute("objectClass"), AbstractPortObject.class);
    requireMadeByName(port.getAttribute("specClass"), AbstractSimplePortObjectSpec.class);
    for (String part : List.of("object", "spec")) {
      Class<?> serializer = type(port.getAttribute(part + "Serializer"));
      assertTrue(Modifier.isPublic(serializer.getConstructor().getModifiers()));
      assertTrue(
          serializer
              .getGenericSuperclass()
              .getTypeName()
              .contains(port.getAttribute(part + "Class")),
          serializer.getGenericSuperclass()::getTypeName);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"learner", "predictor", "explainer", "reader", "writer", "category"})
  void iconsHaveTheSizeOfKnimes(String name) throws Exception {
    try (InputStream png = LearnerNodeFactory.class.getResourceAsStream(name + ".png")) {
      BufferedImage icon = ImageIO.read(png);
      assertEquals(List.of(16, 16), List.of(icon.getWidth(), icon.getHeight()));
      assertTrue(icon.getColorModel().hasAlpha());
    }
  }
}
