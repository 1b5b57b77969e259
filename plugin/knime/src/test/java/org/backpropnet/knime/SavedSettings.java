package org.backpropnet.knime;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/**
 * The rule by which the platform keeps parameters, without the platform: the field {@code m_foo}
 * has the key "foo", the elements of an array are counted from 0, and a field whose key is absent
 * keeps its default if the class allows it. Filters of columns, which are the platform's own, are
 * left out.
 */
final class SavedSettings {
  private SavedSettings() {}

  static Map<String, String> of(Object parameters) throws ReflectiveOperationException {
    Map<String, String> saved = new TreeMap<>();
    save(parameters, "", saved);
    return saved;
  }

  private static boolean isPlain(Class<?> type) {
    return type.isPrimitive() || type == String.class;
  }

  private static void save(Object parameters, String above, Map<String, String> saved)
      throws ReflectiveOperationException {
    for (Field field : parameters.getClass().getDeclaredFields()) {
      String key = above + field.getName().replaceFirst("^m_", "");
      boolean kept = field.getName().startsWith("m_");
      if (kept && isPlain(field.getType())) {
        saved.put(key, String.valueOf(field.get(parameters)));
      } else if (kept && field.getType().isArray()) {
        Object[] elements = (Object[]) field.get(parameters);
        saved.put(key, String.valueOf(elements.length));
        for (int i = 0; i < elements.length; i++) {
          save(elements[i], key + "." + i + ".", saved);
        }
      }
    }
  }

  /** Every key must find its field. */
  static <T> T load(Class<T> type, Map<String, String> saved) throws ReflectiveOperationException {
    Map<String, String> left = new TreeMap<>(saved);
    T loaded = load(type, "", left);
    if (!left.isEmpty()) {
      throw new AssertionError("No field takes the keys " + left.keySet());
    }
    return loaded;
  }

  private static <T> T load(Class<T> type, String above, Map<String, String> left)
      throws ReflectiveOperationException {
    if (type.getAnnotation(LoadDefaultsForAbsentFields.class) == null) {
      throw new AssertionError(type + " cannot be loaded from what an older release saved");
    }
    Constructor<T> plain = type.getDeclaredConstructor();
    T loaded = plain.newInstance();
    for (Field field : type.getDeclaredFields()) {
      String key = above + field.getName().replaceFirst("^m_", "");
      if (left.containsKey(key) && isPlain(field.getType())) {
        field.set(loaded, value(field.getType(), left.remove(key)));
      } else if (left.containsKey(key)) {
        Class<?> element = field.getType().getComponentType();
        Object array = Array.newInstance(element, Integer.parseInt(left.remove(key)));
        for (int i = 0; i < Array.getLength(array); i++) {
          Array.set(array, i, load(element, key + "." + i + ".", left));
        }
        field.set(loaded, array);
      }
    }
    return loaded;
  }

  private static Object value(Class<?> type, String text) {
    if (type == boolean.class) {
      return Boolean.valueOf(text);
    } else if (type == int.class) {
      return Integer.valueOf(text);
    } else if (type == long.class) {
      return Long.valueOf(text);
    }
    return type == double.class ? (Object) Double.valueOf(text) : text;
  }
}
