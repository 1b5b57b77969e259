package org.backpropnet.knimeapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What knime-api.txt says.
 *
 * @param packages by name: "public", "internal" or "not-exported"
 * @param types by internal name
 * @param inner the lines about nested types
 */
public record Signatures(Map<String, String> packages, Map<String, Type> types, List<Inner> inner) {

  /**
   * A type.
   *
   * @param name internal, with slashes
   * @param access flags
   * @param superName internal
   * @param interfaces internal names
   * @param signature generic, or null
   * @param members fields and methods
   * @param retention "RUNTIME" or null
   * @param targets of an annotation, or null for any
   */
  public record Type(
      String name,
      int access,
      String superName,
      List<String> interfaces,
      String signature,
      List<Member> members,
      String retention,
      List<String> targets) {}

  /**
   * A field or a method.
   *
   * @param method whether it is a method
   * @param name simple
   * @param descriptor types
   * @param access flags
   * @param signature generic, or null
   * @param exceptions that a method declares
   * @param value of a constant, default of an annotation's method, or null
   */
  public record Member(
      boolean method,
      String name,
      String descriptor,
      int access,
      String signature,
      List<String> exceptions,
      String value) {}

  /**
   * A nested type.
   *
   * @param name internal
   * @param outer internal name of the type around it
   * @param simple its name in there
   * @param access flags
   */
  public record Inner(String name, String outer, String simple, int access) {}

  /**
   * Reads the file.
   *
   * @param lines all of it
   * @return what they say
   */
  public static Signatures of(List<String> lines) {
    Map<String, String> packages = new LinkedHashMap<>();
    Map<String, Type> types = new LinkedHashMap<>();
    List<Inner> inner = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "PACKAGE" -> packages.put(words[1], words[2]);
        case "INNER" -> inner.add(new Inner(words[1], words[2], words[3], flags(words[4])));
        case "TYPE", "OPAQUE" -> {
          end(block, types);
          block.add(line);
        }
        case "FIELD", "METHOD", "RETENTION", "TARGET" -> block.add(line);
        default -> {}
      }
    }
    end(block, types);
    return new Signatures(packages, types, inner);
  }

  private static void end(List<String> block, Map<String, Type> types) {
    if (!block.isEmpty()) {
      Type type = type(block);
      types.put(type.name(), type);
      block.clear();
    }
  }

  private static Type type(List<String> block) {
    String[] head = block.get(0).split(" ", -1);
    List<Member> members = new ArrayList<>();
    String retention = null;
    List<String> targets = null;
    for (String line : block.subList(1, block.size())) {
      String[] words = line.split(" ", 7);
      switch (words[0]) {
        case "RETENTION" -> retention = words[1];
        case "TARGET" -> targets = List.of(words).subList(1, words.length);
        default -> members.add(member(words));
      }
    }
    boolean opaque = head[0].equals("OPAQUE");
    return new Type(
        head[1],
        flags(head[2]),
        opaque ? "java/lang/Object" : head[3],
        opaque ? List.of() : list(head[4]),
        opaque ? null : orNull(head[5]),
        members,
        retention,
        targets);
  }

  private static Member member(String[] words) {
    boolean method = words[0].equals("METHOD");
    return new Member(
        method,
        words[1],
        words[2],
        flags(words[3]),
        orNull(words[4]),
        method ? list(words[5]) : List.of(),
        orNull(words[method ? 6 : 5]));
  }

  private static int flags(String hex) {
    return Integer.parseInt(hex, 16);
  }

  private static String orNull(String word) {
    return word.equals("-") ? null : word;
  }

  private static List<String> list(String word) {
    return word.equals("-") ? List.of() : List.of(word.split(","));
  }
}
