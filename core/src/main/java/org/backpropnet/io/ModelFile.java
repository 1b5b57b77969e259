package org.backpropnet.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.backpropnet.model.Model;

/**
 * Models in files, in a format of this project's own. The same model gives the same bytes on every
 * machine: times and the number of threads are not kept.
 *
 * <p>Layout, all numbers big-endian: the five letters BPNET; the format's version (4 bytes, now 1);
 * the length of the content (8 bytes); the content; the SHA-256 of all bytes before it (32 bytes).
 */
public final class ModelFile {
  /** Version of the format that this release writes. */
  public static final int VERSION = 1;

  private static final byte[] MAGIC = "BPNET".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = MAGIC.length + 4 + 8;
  private static final int CHECKSUM = 32;
  private static final long MOST_BYTES = Integer.MAX_VALUE - 1024L;

  private ModelFile() {}

  /**
   * Writes a model to a file. The file appears when it is complete; an older one of that name is
   * replaced.
   *
   * @param model the model
   * @param path the file
   * @throws IOException if the disk does not take it
   */
  public static void write(Model model, Path path) throws IOException {
    byte[] bytes = toBytes(model);
    Path name = path.getFileName();
    if (name == null || (Files.exists(path) && !Files.isRegularFile(path))) {
      Files.write(path, bytes);
      return;
    }
    Path part = path.resolveSibling(name + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Writes a model to a stream, which stays open.
   *
   * @param model the model
   * @param stream where to
   * @throws IOException if the stream does not take it
   */
  public static void write(Model model, OutputStream stream) throws IOException {
    stream.write(toBytes(model));
    stream.flush();
  }

  /**
   * The bytes of a model's file.
   *
   * @param model the model
   * @return header, content, checksum
   * @throws IllegalArgumentException if the model needs more than 2 GB
   */
  public static byte[] toBytes(Model model) {
    ModelWriter.requireRoom(model.trained(), MOST_BYTES);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(content)) {
      new ModelWriter(out).write(model.trained());
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not refuse bytes.", e);
    }
    ByteBuffer file = ByteBuffer.allocate(HEADER + content.size() + CHECKSUM);
    file.put(MAGIC).putInt(VERSION).putLong(content.size()).put(content.toByteArray());
    byte[] sum = checksum(file.array(), file.position());
    return file.put(sum).array();
  }

  /**
   * Reads a model from a file.
   *
   * @param path the file
   * @return the model that was written
   * @throws ModelFileException if the file is missing, cut off, altered, of a newer version, or no
   *     model at all
   * @throws IOException if the disk fails
   */
  public static Model read(Path path) throws IOException {
    String what = "The file \"" + path + "\"";
    if (!Files.exists(path)) {
      throw new ModelFileException(what + " does not exist. Check its name and folder.");
    }
    if (Files.isDirectory(path)) {
      throw new ModelFileException(what + " is a folder. Name the model file inside it.");
    }
    try (InputStream stream = Files.newInputStream(path)) {
      return read(stream, what);
    }
  }

  /**
   * Reads a model from a stream up to its end; the stream stays open.
   *
   * @param stream where from
   * @return the model that was written
   * @throws ModelFileException if the bytes are cut off, altered, of a newer version, or no model
   * @throws IOException if the stream fails
   */
  public static Model read(InputStream stream) throws IOException {
    return read(stream, "The stream");
  }

  /**
   * Reads a model from the bytes of its file.
   *
   * @param bytes header, content, checksum
   * @return the model that was written
   * @throws ModelFileException if the bytes are cut off, altered, of a newer version, or no model
   */
  public static Model fromBytes(byte[] bytes) throws ModelFileException {
    try {
      return read(new ByteArrayInputStream(bytes), "The array of bytes");
    } catch (ModelFileException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not refuse bytes.", e);
    }
  }

  private static Model read(InputStream stream, String what) throws IOException {
    byte[] header = stream.readNBytes(HEADER);
    long length = contentLength(header, what);
    int wanted = (int) length + CHECKSUM;
    // Grows with what is really there; a wrong length cannot ask for memory.
    byte[] rest = stream.readNBytes(wanted);
    if (rest.length < wanted) {
      throw new ModelFileException(
          what
              + " is cut off: it has "
              + (HEADER + rest.length)
              + " of "
              + (HEADER + (long) wanted)
              + " bytes. Copy it again from where it came.");
    }
    if (stream.read() >= 0) {
      throw new ModelFileException(
          what
              + " is longer than the model in it. It was altered: copy it again from where it"
              + " came.");
    }
    byte[] all = Arrays.copyOf(header, HEADER + rest.length);
    System.arraycopy(rest, 0, all, HEADER, rest.length);
    int end = all.length - CHECKSUM;
    if (!Arrays.equals(checksum(all, end), Arrays.copyOfRange(all, end, all.length))) {
      throw new ModelFileException(
          what
              + " was altered: its checksum does not belong to its content. Copy it again from"
              + " where it came.");
    }
    return content(new Content(all, HEADER, end), what);
  }

  private static long contentLength(byte[] header, String what) throws ModelFileException {
    int letters = Math.min(header.length, MAGIC.length);
    if (header.length == 0 || !Arrays.equals(header, 0, letters, MAGIC, 0, letters)) {
      throw new ModelFileException(
          what
              + (header.length == 0 ? " is empty" : " does not begin with the letters BPNET")
              + ", so it is no model of Backprop Net. Choose a file that it has saved.");
    }
    if (header.length < HEADER) {
      throw new ModelFileException(
          what
              + " is cut off: it has only "
              + header.length
              + " bytes. Copy it again from where it came.");
    }
    ByteBuffer numbers = ByteBuffer.wrap(header, MAGIC.length, HEADER - MAGIC.length);
    int version = numbers.getInt();
    if (version != VERSION) {
      throw new ModelFileException(
          what
              + " has version "
              + version
              + " of the format, but this release reads only version "
              + VERSION
              + ". Read it with the release that wrote it, or a newer one.");
    }
    long length = numbers.getLong();
    if (length < 0 || length > MOST_BYTES) {
      throw new ModelFileException(
          what
              + " says that its content has "
              + length
              + " bytes, but it must be from 0 to "
              + MOST_BYTES
              + ". It was altered: copy it again from where it came.");
    }
    return length;
  }

  private static Model content(Content content, String what) throws ModelFileException {
    try {
      return new Model(new ModelReader(content).read());
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          what
              + " holds no usable model (byte "
              + content.position()
              + "): "
              + e.getMessage()
              + " It was not written by this release: train the model again, or copy the file"
              + " again.",
          e);
    }
  }

  private static byte[] checksum(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
