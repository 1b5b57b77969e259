package org.backpropnet.knime.adapter;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What a user writes into the field for a model file. */
public final class FilePlace {
  private static final String WAY_OUT =
      " Write the whole path of a file on this machine, or its address that begins with file:.";

  private FilePlace() {}

  /**
   * Reads the field.
   *
   * @param text an absolute path, or an address that begins with "file:"
   * @return the path
   * @throws IllegalArgumentException saying what is wrong with it and the way out
   */
  public static Path of(String text) {
    String clean = text == null ? "" : text.strip();
    if (clean.isEmpty()) {
      throw new IllegalArgumentException("No model file is named." + WAY_OUT);
    }
    Path path = path(clean);
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException(
          "The model file \"" + clean + "\" is a path without its beginning." + WAY_OUT);
    }
    return path;
  }

  private static Path path(String text) {
    boolean address = text.matches("(?i)[a-z][a-z0-9+.-]+:.*");
    try {
      if (!address) {
        return Path.of(text);
      }
      if (text.regionMatches(true, 0, "file:", 0, 5)) {
        return Path.of(URI.create(text.replace(" ", "%20")));
      }
    } catch (InvalidPathException | FileSystemNotFoundException e) {
      throw new IllegalArgumentException(
          "The model file \"" + text + "\" cannot be read: " + e.getMessage() + "." + WAY_OUT, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The model file \"" + text + "\" is no address: " + e.getMessage() + "." + WAY_OUT, e);
    }
    throw new IllegalArgumentException(
        "The model file \"" + text + "\" is an address that is not of a file here." + WAY_OUT);
  }

  /**
   * Checks that a file may be written.
   *
   * @param path the file
   * @param overwrite whether one that is there may be replaced
   * @throws IllegalArgumentException saying what is in the way
   */
  public static void requireWritable(Path path, boolean overwrite) {
    Path folder = path.getParent();
    if (Files.isDirectory(path)) {
      throw new IllegalArgumentException("\"" + path + "\" is a folder. Add the file's name.");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "The folder \"" + folder + "\" does not exist. Make it first, or choose another one.");
    }
    if (Files.exists(path) && !overwrite) {
      throw new IllegalArgumentException(
          "The file \"" + path + "\" exists. Choose another name, or allow it to be replaced.");
    }
  }
}
