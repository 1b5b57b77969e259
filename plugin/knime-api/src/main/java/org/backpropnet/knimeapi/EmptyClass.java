package org.backpropnet.knimeapi;

import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * One class with the signatures of KNIME's and bodies that throw. Constructors do nothing where
 * that is possible, exceptions keep their message and constants of enums exist, so that tests can
 * make our own classes that extend or mention them.
 */
final class EmptyClass {
  private static final int NO_MEANING_HERE = 0x20000 | Opcodes.ACC_RECORD;
  private static final String ANNOTATION = "Ljava/lang/annotation/";

  private final Signatures signatures;
  private final Signatures.Type type;
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  EmptyClass(Signatures signatures, Signatures.Type type) {
    this.signatures = signatures;
    this.type = type;
  }

  byte[] bytes() {
    int access = flags(type.access(), type.name());
    writer.visit(
        Opcodes.V17,
        access,
        type.name(),
        type.signature(),
        type.superName(),
        type.interfaces().toArray(new String[0]));
    for (Signatures.Inner nested : signatures.inner()) {
      if (nested.outer().equals(type.name()) || nested.name().equals(type.name())) {
        writer.visitInnerClass(
            nested.name(), nested.outer(), nested.simple(), flags(nested.access(), nested.name()));
      }
    }
    meta();
    for (Signatures.Member member : type.members()) {
      if (member.method()) {
        method(member);
      } else {
        field(member);
      }
    }
    plainConstructor(access);
    if ((access & Opcodes.ACC_ENUM) != 0) {
      constants();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** An enum of which no constant is known becomes a plain class. */
  private int flags(int access, String name) {
    Signatures.Type known = signatures.types().get(name);
    boolean constants = known != null && known.members().stream().anyMatch(m -> !m.method());
    return access & ~NO_MEANING_HERE & ~(constants ? 0 : Opcodes.ACC_ENUM);
  }

  private void meta() {
    if (type.retention() != null) {
      AnnotationVisitor retention = writer.visitAnnotation(ANNOTATION + "Retention;", true);
      retention.visitEnum("value", ANNOTATION + "RetentionPolicy;", type.retention());
      retention.visitEnd();
    }
    if (type.targets() != null) {
      AnnotationVisitor target = writer.visitAnnotation(ANNOTATION + "Target;", true);
      AnnotationVisitor values = target.visitArray("value");
      for (String place : type.targets()) {
        values.visitEnum(null, ANNOTATION + "ElementType;", place);
      }
      values.visitEnd();
      target.visitEnd();
    }
  }

  private void field(Signatures.Member field) {
    Object constant = field.value() == null ? null : plain(field.value());
    writer
        .visitField(
            field.access() & ~NO_MEANING_HERE,
            field.name(),
            field.descriptor(),
            field.signature(),
            constant)
        .visitEnd();
  }

  private static Object plain(String value) {
    String text = value.substring(2);
    return switch (value.charAt(0)) {
      case 'I' -> Integer.valueOf(text);
      case 'D' -> Double.valueOf(text);
      case 'B' -> Boolean.valueOf(text);
      default -> text;
    };
  }

  private void method(Signatures.Member method) {
    boolean listed = (type.access() & Opcodes.ACC_ENUM) != 0 && method.name().equals("values");
    if (listed) {
      return;
    }
    MethodVisitor code =
        writer.visitMethod(
            method.access() & ~NO_MEANING_HERE,
            method.name(),
            method.descriptor(),
            method.signature(),
            method.exceptions().toArray(new String[0]));
    if (method.value() != null) {
      usual(code.visitAnnotationDefault(), method.value());
    }
    if ((method.access() & Opcodes.ACC_ABSTRACT) == 0) {
      code.visitCode();
      if (!method.name().equals("<init>") || !construct(code, method.descriptor())) {
        refuse(code);
      }
      code.visitMaxs(0, 0);
    }
    code.visitEnd();
  }

  private static void usual(AnnotationVisitor into, String value) {
    if (value.equals("[]")) {
      into.visitArray(null).visitEnd();
    } else if (value.startsWith("c:")) {
      into.visit(null, Type.getType(value.substring(2)));
    } else if (value.startsWith("e:")) {
      int dot = value.lastIndexOf('.');
      into.visitEnum(null, value.substring(2, dot), value.substring(dot + 1));
    } else {
      into.visit(null, plain(value));
    }
    into.visitEnd();
  }

  /** Whether the constructor can do its duty: hand its message, or nothing, to the one above. */
  private boolean construct(MethodVisitor code, String descriptor) {
    String above = type.superName();
    boolean cause = descriptor.equals("(Ljava/lang/String;Ljava/lang/Throwable;)V");
    boolean message =
        (cause || descriptor.equals("(Ljava/lang/String;)V"))
            && above.equals("java/lang/Exception");
    boolean nothing = descriptor.equals("()V") && hasPlainConstructor(above);
    if (!message && !nothing) {
      return false;
    }
    code.visitVarInsn(Opcodes.ALOAD, 0);
    if (message) {
      code.visitVarInsn(Opcodes.ALOAD, 1);
    }
    if (message && cause) {
      code.visitVarInsn(Opcodes.ALOAD, 2);
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, above, "<init>", descriptor, false);
    code.visitInsn(Opcodes.RETURN);
    return true;
  }

  private boolean hasPlainConstructor(String name) {
    Signatures.Type known = signatures.types().get(name);
    return known == null
        ? List.of("java/lang/Object", "java/lang/Exception").contains(name)
        : hasPlainConstructor(known.superName());
  }

  /** For the classes below; being synthetic, it is not seen by the compiler. */
  private void plainConstructor(int access) {
    boolean there =
        type.members().stream()
            .anyMatch(m -> m.name().equals("<init>") && m.descriptor().equals("()V"));
    boolean plainClass = (access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM)) == 0;
    if (plainClass && !there && hasPlainConstructor(type.superName())) {
      int hidden = Opcodes.ACC_PROTECTED | Opcodes.ACC_SYNTHETIC;
      MethodVisitor code = writer.visitMethod(hidden, "<init>", "()V", null, null);
      code.visitCode();
      construct(code, "()V");
      code.visitMaxs(0, 0);
      code.visitEnd();
    }
  }

  private static void refuse(MethodVisitor code) {
    String exception = "java/lang/UnsupportedOperationException";
    code.visitTypeInsn(Opcodes.NEW, exception);
    code.visitInsn(Opcodes.DUP);
    code.visitLdcInsn("This class is empty; KNIME brings the real one.");
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL, exception, "<init>", "(Ljava/lang/String;)V", false);
    code.visitInsn(Opcodes.ATHROW);
  }

  /** The constants of an enum, and the list of them. */
  private void constants() {
    String self = "L" + type.name() + ";";
    List<String> names =
        type.members().stream()
            .filter(m -> !m.method() && m.descriptor().equals(self))
            .map(Signatures.Member::name)
            .toList();
    MethodVisitor make =
        writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", "(Ljava/lang/String;I)V", null, null);
    make.visitCode();
    make.visitVarInsn(Opcodes.ALOAD, 0);
    make.visitVarInsn(Opcodes.ALOAD, 1);
    make.visitVarInsn(Opcodes.ILOAD, 2);
    make.visitMethodInsn(
        Opcodes.INVOKESPECIAL, "java/lang/Enum", "<init>", "(Ljava/lang/String;I)V", false);
    make.visitInsn(Opcodes.RETURN);
    make.visitMaxs(0, 0);
    MethodVisitor start = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    start.visitCode();
    MethodVisitor values =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "values", "()[" + self, null, null);
    values.visitCode();
    values.visitIntInsn(Opcodes.BIPUSH, names.size());
    values.visitTypeInsn(Opcodes.ANEWARRAY, type.name());
    for (int i = 0; i < names.size(); i++) {
      start.visitTypeInsn(Opcodes.NEW, type.name());
      start.visitInsn(Opcodes.DUP);
      start.visitLdcInsn(names.get(i));
      start.visitIntInsn(Opcodes.BIPUSH, i);
      start.visitMethodInsn(
          Opcodes.INVOKESPECIAL, type.name(), "<init>", "(Ljava/lang/String;I)V", false);
      start.visitFieldInsn(Opcodes.PUTSTATIC, type.name(), names.get(i), self);
      values.visitInsn(Opcodes.DUP);
      values.visitIntInsn(Opcodes.BIPUSH, i);
      values.visitFieldInsn(Opcodes.GETSTATIC, type.name(), names.get(i), self);
      values.visitInsn(Opcodes.AASTORE);
    }
    start.visitInsn(Opcodes.RETURN);
    start.visitMaxs(0, 0);
    values.visitInsn(Opcodes.ARETURN);
    values.visitMaxs(0, 0);
  }
}
