package org.backpropnet.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A generated table on disk, the same bytes for every side: three int32 (rows, inputs, classes),
 * then [rows][inputs] float32, then [rows] classes as float32, all little-endian.
 *
 * @param inputs columns of numbers
 * @param classes labels of the target
 * @param x [rows * inputs] row by row
 * @param y [rows] class of each row
 */
record TaskFile(int inputs, int classes, float[] x, float[] y) {
  private static final int HEADER = 12;

  /**
   * Where a task's rows lie.
   *
   * @param folder scratch folder
   * @param task which
   * @param part train or test
   * @return the file
   */
  static Path path(Path folder, Task task, String part) {
    return folder.resolve(task.name() + "-" + part + ".f32");
  }

  /**
   * Writes a task's rows unless they are there.
   *
   * @param folder scratch folder
   * @param task which
   * @throws IOException if the disk fails
   */
  static void write(Path folder, Task task) throws IOException {
    Teacher teacher = new Teacher(task);
    write(path(folder, task, "train"), task.rows(), teacher, new SplittableRandom(1));
    write(path(folder, task, "test"), Task.TEST_ROWS, teacher, new SplittableRandom(2));
  }

  /**
   * Reads rows.
   *
   * @param file made by {@link #write}
   * @return the rows
   * @throws IOException if the disk fails
   */
  static TaskFile read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      int rows = bytes.getInt();
      int inputs = bytes.getInt();
      int classes = bytes.getInt();
      float[] x = new float[rows * inputs];
      float[] y = new float[rows];
      bytes.asFloatBuffer().get(x).get(y);
      return new TaskFile(inputs, classes, x, y);
    }
  }

  /** Number of rows. */
  int rows() {
    return y.length;
  }

  /** The first rows alone. */
  TaskFile first(int rows) {
    return rows == rows()
        ? this
        : new TaskFile(inputs, classes, Arrays.copyOf(x, rows * inputs), Arrays.copyOf(y, rows));
  }

  private static void write(Path file, int rows, Teacher teacher, SplittableRandom random)
      throws IOException {
    int inputs = teacher.inputs();
    if (Files.exists(file) && Files.size(file) == HEADER + 4L * rows * (inputs + 1)) {
      return;
    }
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    ByteBuffer line = ByteBuffer.allocate(4 * inputs).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer answers = ByteBuffer.allocate(4 * rows).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 20)) {
      ByteBuffer head = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
      out.write(head.putInt(rows).putInt(inputs).putInt(teacher.classes()).array());
      float[] row = new float[inputs];
      for (int r = 0; r < rows; r++) {
        answers.putFloat(teacher.draw(row, random));
        line.clear();
        for (float cell : row) {
          line.putFloat(cell);
        }
        out.write(line.array());
      }
      out.write(answers.array());
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
