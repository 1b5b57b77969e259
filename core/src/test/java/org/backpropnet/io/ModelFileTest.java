package org.backpropnet.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import org.backpropnet.data.Table;
import org.backpropnet.math.SplitMix;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  private static final int HEADER = 17;
  private static final int CHECKSUM = 32;

  private static Map<String, Model> models;

  @BeforeAll
  static void train() {
    models = Examples.models();
  }

  @Test
  void aModelComesBackWithTheSameBitsInEveryPart() throws IOException {
    Table table = Examples.table();
    for (Map.Entry<String, Model> entry : models.entrySet()) {
      Model before = entry.getValue();
      byte[] bytes = ModelFile.toBytes(before);
      Model after = ModelFile.fromBytes(bytes);
      assertArrayEquals(bytes, ModelFile.toBytes(after), entry.getKey());
      assertEquals(before.encoder(), after.encoder(), entry.getKey());
      Trained one = before.trained();
      Trained two = after.trained();
      assertEquals(one.recipe(), two.recipe(), entry.getKey());
      assertEquals(one.plan(), two.plan(), entry.getKey());
      assertEquals(one.notes(), two.notes(), entry.getKey());
      assertEquals(one.history().size(), two.history().size(), entry.getKey());
      assertEquals(one.state() == null, two.state() == null, entry.getKey());
      // Tolerance 0: the weights are kept as their bits.
      assertArrayEquals(before.copyOfParameters(), after.copyOfParameters(), 0);
      assertTrue(Arrays.deepEquals(before.predict(table), after.predict(table)), entry.getKey());
    }
  }

  @Test
  void aResumedFileGoesOnAsTheModelItselfWould() throws IOException {
    Table table = Examples.table();
    for (Map.Entry<String, Model> entry : models.entrySet()) {
      Trained before = entry.getValue().trained();
      if (before.state() == null) {
        continue;
      }
      Trained read = ModelFile.fromBytes(ModelFile.toBytes(entry.getValue())).trained();
      Trained one = Training.resume(table, before).run(EpochListener.SILENT);
      Trained two = Training.resume(table, read).run(EpochListener.SILENT);
      assertArrayEquals(
          ModelFile.toBytes(new Model(one)), ModelFile.toBytes(new Model(two)), entry.getKey());
    }
  }

  @Test
  void theNumberOfThreadsDoesNotChangeAByte() {
    Model one = Examples.train("kind", Knob.EPOCHS, "3", Knob.THREADS, "1");
    Model two = Examples.train("kind", Knob.EPOCHS, "3", Knob.THREADS, "2");
    assertArrayEquals(ModelFile.toBytes(one), ModelFile.toBytes(two));
  }

  @Test
  void fileAndStreamHoldTheBytesAndReplaceAnOlderFile(@TempDir Path folder) throws IOException {
    Model model = models.get("classifier");
    Path file = folder.resolve("m.bpnet");
    Files.writeString(file, "something older");
    ModelFile.write(model, file);
    assertArrayEquals(ModelFile.toBytes(model), Files.readAllBytes(file));
    assertArrayEquals(ModelFile.toBytes(model), ModelFile.toBytes(ModelFile.read(file)));
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    ModelFile.write(model, stream);
    Model again = ModelFile.read(new ByteArrayInputStream(stream.toByteArray()));
    assertArrayEquals(stream.toByteArray(), ModelFile.toBytes(again));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "the unfinished file is gone");
    }
  }

  @Test
  void foreignNewerEmptyMissingAndLongerFilesSaySoInOneSentence(@TempDir Path folder)
      throws IOException {
    byte[] good = ModelFile.toBytes(models.get("constant"));
    byte[] newer = good.clone();
    newer[8] = 2;
    byte[] huge = good.clone();
    huge[9] = 0x40;
    says(folder, "no model of Backprop Net", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    says(folder, "is empty", new byte[0]);
    says(folder, "version 2 of the format", newer);
    says(folder, "says that its content has", huge);
    says(folder, "is longer than the model", Arrays.copyOf(good, good.length + 1));
    says(folder, "is cut off", Arrays.copyOf(good, good.length - 1));
    Path none = folder.resolve("none.bpnet");
    String message =
        assertThrows(ModelFileException.class, () -> ModelFile.read(none)).getMessage();
    assertTrue(message.contains("none.bpnet\" does not exist"), message);
    assertThrows(ModelFileException.class, () -> ModelFile.read(folder));
  }

  private static void says(Path folder, String words, byte[] bytes) throws IOException {
    Path file = folder.resolve("x.bpnet");
    Files.write(file, bytes);
    String message =
        assertThrows(ModelFileException.class, () -> ModelFile.read(file)).getMessage();
    assertTrue(message.contains(words) && message.contains("x.bpnet"), message);
  }

  @Test
  void everyCutIsNoticed() {
    for (Model model : models.values()) {
      byte[] good = ModelFile.toBytes(model);
      for (int length = 0; length < good.length; length += 97) {
        byte[] cut = Arrays.copyOf(good, length);
        assertThrows(ModelFileException.class, () -> ModelFile.fromBytes(cut));
      }
    }
  }

  @Test
  void everyAlterationIsNoticed() {
    SplitMix random = SplitMix.of(11, 1);
    for (int i = 0; i < 1000; i++) {
      byte[] good = ModelFile.toBytes(pick(i));
      byte[] bad = mutated(good, random, 0, good.length);
      if (!Arrays.equals(good, bad)) {
        assertThrows(ModelFileException.class, () -> ModelFile.fromBytes(bad));
      }
    }
  }

  /** Whoever forges the checksum too gets a refusal or a model that answers without a crash. */
  @Test
  void aForgedChecksumBringsARefusalOrAModelThatAnswers() {
    SplitMix random = SplitMix.of(11, 2);
    Table table = Examples.table();
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] good = ModelFile.toBytes(pick(i));
      byte[] bad = forged(mutated(good, random, HEADER, good.length - CHECKSUM));
      try {
        Model model = ModelFile.fromBytes(bad);
        answers(model, table);
        ModelFile.fromBytes(ModelFile.toBytes(model));
      } catch (ModelFileException e) {
        refused++;
      }
    }
    assertTrue(refused > 100, "only " + refused + " of 1000 were refused: nothing was tested");
  }

  /** A column may now have another name or kind: then the table is refused by its columns. */
  private static void answers(Model model, Table table) {
    try {
      model.predict(table);
    } catch (org.backpropnet.data.DataException e) {
      assertTrue(e.getMessage().startsWith("This model expects"), e.getMessage());
    }
    model.encoder().inputNames();
    model.encoder().notes();
    model.trained().recipe().describe();
  }

  private static Model pick(int i) {
    return models.values().stream().skip(i % models.size()).findFirst().orElseThrow();
  }

  /** One to three places overwritten, or bytes cut out, or bytes put in. */
  private static byte[] mutated(byte[] good, SplitMix random, int from, int to) {
    byte[] bad = good.clone();
    int kind = (int) (4 * random.nextDouble());
    // Half of the time near the front, where the structure is, not the weights.
    int span = random.nextDouble() < 0.5 ? Math.min(1500, to - from) : to - from;
    int at = from + (int) (span * random.nextDouble());
    if (kind == 0) {
      int size = Math.min(1 + (int) (8 * random.nextDouble()), to - at);
      byte[] shorter = new byte[good.length - size];
      System.arraycopy(good, 0, shorter, 0, at);
      System.arraycopy(good, at + size, shorter, at, shorter.length - at);
      return shorter;
    }
    if (kind == 1) {
      byte[] longer = new byte[good.length + 4];
      System.arraycopy(good, 0, longer, 0, at);
      System.arraycopy(good, at, longer, at + 4, good.length - at);
      return longer;
    }
    for (int n = 0; n < kind - 1; n++) {
      int place = from + (int) (span * random.nextDouble());
      double dice = random.nextDouble();
      bad[place] =
          dice < 0.2 ? 0 : dice < 0.4 ? -1 : dice < 0.6 ? 0x7f : (byte) (256 * random.nextDouble());
    }
    return bad;
  }

  private static byte[] forged(byte[] file) {
    ByteBuffer.wrap(file).putLong(9, file.length - HEADER - CHECKSUM);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(file, 0, file.length - CHECKSUM);
      System.arraycopy(digest.digest(), 0, file, file.length - CHECKSUM, CHECKSUM);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
    return file;
  }
}
