package org.backpropnet.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** All sentences of the page, from one file, so that they can be translated. */
final class Words {
  private static final Properties TEXTS = new Properties();

  static {
    try (InputStream file = open("words.properties")) {
      TEXTS.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Words() {}

  /** The sentence of a key; every key that the code names is there. */
  static String of(String key) {
    String text = TEXTS.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("words.properties has no \"" + key + "\".");
    }
    return text;
  }

  /** How a fact is computed: the words for it, for its name in any section, or for its section. */
  static String how(String section, String name) {
    int dot = name.indexOf('.');
    String base = dot < 0 ? name : name.substring(0, dot);
    String any = TEXTS.getProperty("how." + base, TEXTS.getProperty("how." + section));
    String how = TEXTS.getProperty("how." + section + "." + base, any);
    return how == null ? of("how." + section + "." + base) : how;
  }

  /** A file that lies beside this class. */
  static String file(String name) {
    try (InputStream file = open(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream file = Words.class.getResourceAsStream(name);
    if (file == null) {
      throw new IOException("The core's jar lacks the file " + name + ".");
    }
    return file;
  }
}
