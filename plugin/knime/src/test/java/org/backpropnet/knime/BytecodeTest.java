package org.backpropnet.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.backpropnet.knimeapi.Signatures;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Our classes ask KNIME for nothing but what the platform has, in packages that it offers. */
class BytecodeTest {
  private static final Signatures API = api();

  private static Signatures api() {
    try (InputStream lines = Signatures.class.getResourceAsStream("/knime-api.txt")) {
      String text = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
      return Signatures.of(text.lines().toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> classes() throws IOException, URISyntaxException {
    Path top =
        Path.of(
            LearnerNodeFactory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(top.resolve("org/backpropnet/knime"))) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }

  /** Collects what a class asks for: [owner, name, descriptor], and the names of types. */
  private static final class Asked extends ClassVisitor {
    final TreeSet<String> members = new TreeSet<>();

    Asked() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          ask(owner, called, type);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String type) {
          ask(owner, field, type);
        }

        @Override
        public void visitInvokeDynamicInsn(
            String lambda, String type, Handle bootstrap, Object... arguments) {
          for (Object argument : arguments) {
            if (argument instanceof Handle handle) {
              ask(handle.getOwner(), handle.getName(), handle.getDesc());
            }
          }
        }
      };
    }

    private void ask(String owner, String name, String type) {
      if (owner.startsWith("org/knime/")) {
        members.add(owner + " " + name + " " + type);
      }
    }
  }

  private static boolean has(String owner, String name, String type) {
    Signatures.Type known = API.types().get(owner);
    if (known == null) {
      return owner.startsWith("java/") && inJdk(owner, name);
    }
    return known.members().stream()
            .anyMatch(m -> m.name().equals(name) && m.descriptor().equals(type))
        || has(known.superName(), name, type)
        || known.interfaces().stream().anyMatch(above -> has(above, name, type));
  }

  private static boolean inJdk(String owner, String name) {
    try {
      return Stream.of(Class.forName(owner.replace('/', '.')).getMethods())
          .anyMatch(method -> method.getName().equals(name));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void everyMemberThatIsCalledStandsInTheFacts() throws Exception {
    TreeSet<String> absent = new TreeSet<>();
    int looked = 0;
    for (Path file : classes()) {
      Asked asked = new Asked();
      new ClassReader(Files.readAllBytes(file)).accept(asked, 0);
      for (String member : asked.members) {
        looked++;
        String[] words = member.split(" ", -1);
        if (!has(words[0], words[1], words[2])) {
          absent.add(file.getFileName() + ": " + member);
        }
      }
    }
    assertEquals(new TreeSet<>(), absent);
    assertTrue(looked > 60, "members looked at: " + looked);
  }

  @Test
  void everyTypeThatIsMentionedLiesInAPackageForAll() throws Exception {
    TreeSet<String> hidden = new TreeSet<>();
    for (Path file : classes()) {
      for (String type : constants(file)) {
        String room = type.substring(0, type.lastIndexOf('/')).replace('/', '.');
        if (!"public".equals(API.packages().get(room))
            && !room.equals("org.knime.core.webui.page")) {
          hidden.add(file.getFileName() + ": " + type);
        }
      }
    }
    // org.knime.core.webui.page is exported for friends, but a view cannot be made without it.
    assertEquals(new TreeSet<>(), hidden);
  }

  /** All names of KNIME's types in the constants of a class: calls, descriptors, annotations. */
  private static Set<String> constants(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    return java.util.regex.Pattern.compile("org/knime/[A-Za-z0-9_/$]+/[A-Za-z0-9_$]+")
        .matcher(text)
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theAdapterKnowsNoClassOfTheHost() throws Exception {
    Map<Boolean, List<Path>> parts =
        classes().stream()
            .collect(Collectors.partitioningBy(f -> f.toString().contains("adapter")));
    assertTrue(parts.get(true).size() > 10);
    for (Path file : parts.get(true)) {
      assertEquals(new TreeSet<>(), constants(file), file::toString);
    }
  }
}
