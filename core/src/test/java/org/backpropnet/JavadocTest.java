package org.backpropnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.backpropnet.testing.ProjectFiles;
import org.junit.jupiter.api.Test;

/**
 * Every public type and method of all modules is explained: what it is, each parameter and what
 * comes back. The compiler's own check cannot be used for this: that of JDK 17 wants the components
 * of a record explained a second time at its compact constructor.
 */
class JavadocTest {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  @Test
  void everyPublicTypeAndMethodIsExplained() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("core", "plugin")) {
      try (Stream<Path> found = Files.walk(ProjectFiles.root().resolve(folder))) {
        found.filter(JavadocTest::isMainSource).sorted().forEach(files::add);
      }
    }
    assertTrue(files.size() > 10, () -> "only " + files + " were found");
    assertEquals(
        "",
        String.join(
            "\n",
            gaps(
                COMPILER
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjectsFromPaths(files))));
  }

  @Test
  void gapsAreSeen() throws IOException {
    String source =
        """
        /** A record. */
        public record R(int x) {
          /** Checks. */
          public R {}
          /** Adds. */
          public int plus(int y) { return x + y; }
          public void run() {}
          /** See {@link #plus}. */
          public int minus(int y) { return x - y; }
          void hidden() {}
          @Override public String toString() { return ""; }
          interface Inner { void alsoHidden(); }
        }
        """;
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///R.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    assertEquals(
        List.of(
            "/R.java:2 R: no @param x",
            "/R.java:6 plus: no @param y",
            "/R.java:6 plus: no @return",
            "/R.java:7 run: no comment"),
        gaps(List.of(file)));
  }

  private static boolean isMainSource(Path path) {
    return path.toString().endsWith(".java")
        && path.toString().replace('\\', '/').contains("/src/main/java/");
  }

  private static List<String> gaps(Iterable<? extends JavaFileObject> files) throws IOException {
    JavacTask task =
        (JavacTask) COMPILER.getTask(null, null, null, List.of("-proc:none"), null, files);
    Scan scan = new Scan(DocTrees.instance(task));
    for (CompilationUnitTree unit : task.parse()) {
      scan.scan(unit, null);
    }
    return scan.gaps;
  }

  /** Walks through the public part of a source file. */
  private static final class Scan extends TreePathScanner<Void, Void> {
    private final DocTrees docs;
    private final List<String> gaps = new ArrayList<>();

    Scan(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isPublic(type.getModifiers())) {
        return null;
      }
      DocCommentTree comment = comment(type.getSimpleName());
      if (comment != null && type.getKind() == Tree.Kind.RECORD) {
        for (Tree member : type.getMembers()) {
          if (member instanceof VariableTree field
              && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
            requireParameter(comment, field, type.getSimpleName());
          }
        }
      }
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
      if (overrides || !isPublic(method.getModifiers())) {
        return null;
      }
      DocCommentTree comment = comment(method.getName());
      if (comment != null && !isElsewhere(comment)) {
        method.getParameters().stream()
            .filter(p -> start(p) > start(method))
            .forEach(p -> requireParameter(comment, p, method.getName()));
        requireReturn(comment, method);
      }
      return null;
    }

    /** Where a piece of source begins; a compact constructor's parameters begin before it. */
    private long start(Tree tree) {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      return docs.getSourcePositions().getStartPosition(unit, tree);
    }

    /** A comment "See" with a link sends the reader to the one place where the fact lives. */
    private static boolean isElsewhere(DocCommentTree comment) {
      return comment.getFirstSentence().size() > 1
          && comment.getFirstSentence().get(0).toString().equals("See ")
          && comment.getFirstSentence().get(1) instanceof LinkTree;
    }

    private boolean isPublic(ModifiersTree modifiers) {
      if (modifiers.getFlags().contains(Modifier.PRIVATE)) {
        return false;
      }
      TreePath parent = getCurrentPath().getParentPath();
      boolean inInterface =
          parent.getLeaf() instanceof ClassTree outer && outer.getKind() == Tree.Kind.INTERFACE;
      return inInterface
          || modifiers.getFlags().contains(Modifier.PUBLIC)
          || modifiers.getFlags().contains(Modifier.PROTECTED);
    }

    private DocCommentTree comment(CharSequence name) {
      DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
      if (comment == null || comment.getFirstSentence().isEmpty()) {
        gap(name, "no comment");
        return null;
      }
      return comment;
    }

    private void requireParameter(DocCommentTree comment, VariableTree parameter, Object owner) {
      boolean told =
          comment.getBlockTags().stream()
              .anyMatch(
                  tag ->
                      tag instanceof ParamTree p
                          && p.getName().getName().contentEquals(parameter.getName()));
      if (!told) {
        gap(owner, "no @param " + parameter.getName());
      }
    }

    private void requireReturn(DocCommentTree comment, MethodTree method) {
      Tree type = method.getReturnType();
      if (type == null || type.toString().equals("void")) {
        return;
      }
      boolean told =
          Stream.concat(comment.getBlockTags().stream(), comment.getFirstSentence().stream())
              .anyMatch(ReturnTree.class::isInstance);
      if (!told) {
        gap(method.getName(), "no @return");
      }
    }

    private void gap(Object name, String what) {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      long position = start(getCurrentPath().getLeaf());
      gaps.add(
          unit.getSourceFile().getName()
              + ":"
              + unit.getLineMap().getLineNumber(position)
              + " "
              + name
              + ": "
              + what);
    }
  }
}
