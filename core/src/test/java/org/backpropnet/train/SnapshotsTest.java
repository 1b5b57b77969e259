package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.Table;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.backpropnet.testing.ArffFile;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
  private static final Table SINE = ArffFile.read("noisy-sine.arff");

  private static TrainingPlan plan(String... more) {
    TrainingPlan plan = TrainingPlan.recommended().with(Knob.EPOCHS, "40");
    for (int i = 0; i < more.length; i += 2) {
      plan = plan.with(Knob.valueOf(more[i]), more[i + 1]);
    }
    return plan;
  }

  private static Trained run(TrainingPlan plan) {
    return Snapshots.run(Training.start(SINE, "y", plan), EpochListener.SILENT);
  }

  @Test
  void snapshotsLeaveTheTrainingAsItWas() {
    Trained with = run(plan());
    Trained without = Training.start(SINE, "y", plan()).run(EpochListener.SILENT);
    assertArrayEquals(without.best().parameters(), with.best().parameters());
    assertEquals(without.history().size(), with.history().size());
    assertTrue(without.snapshots().isEmpty());
  }

  @Test
  void theyGoFromTheStartToTheBestWeights() {
    for (TrainingPlan plan :
        List.of(
            plan(),
            plan("RESTARTS", "3", "VOTE", "false"),
            plan("OPTIMIZER", "adam", "PATIENCE", "5"))) {
      Trained trained = run(plan);
      List<Best> story = trained.snapshots();
      assertEquals(0, story.get(0).epoch());
      assertArrayEquals(Snapshots.start(trained), story.get(0).parameters(), "drawn once more");
      Best end = story.get(story.size() - 1);
      assertArrayEquals(trained.best().parameters(), end.parameters());
      assertTrue(story.size() >= 3 && story.size() <= 7, "snapshots: " + story.size());
      for (int i = 1; i < story.size(); i++) {
        assertEquals(trained.best().start(), story.get(i).start());
        assertTrue(story.get(i).epoch() > story.get(i - 1).epoch());
      }
    }
  }

  @Test
  void ofNetworksThatVoteTheFirstTellsItsStory() throws IOException {
    TrainingPlan voting = plan("RESTARTS", "3", "VOTE", "true");
    Trained trained = run(voting);
    Trained alone = run(voting.with(Knob.RESTARTS, "1"));
    assertEquals(3, trained.recipe().voters());
    assertEquals(alone.snapshots().size(), trained.snapshots().size());
    for (int i = 0; i < alone.snapshots().size(); i++) {
      Best told = trained.snapshots().get(i);
      assertArrayEquals(alone.snapshots().get(i).parameters(), told.parameters());
      assertEquals(alone.snapshots().get(i).epoch(), told.epoch());
    }
    Trained back = ModelFile.fromBytes(ModelFile.toBytes(new Model(trained))).trained();
    assertEquals(trained.snapshots().size(), back.snapshots().size());
    assertEquals(trained.best().parameters().length, Snapshots.together(back).length);
  }

  @Test
  void aFileKeepsThemAndIsAsBeforeWithoutThem() throws IOException {
    Trained trained = run(plan());
    byte[] bytes = ModelFile.toBytes(new Model(trained));
    Trained back = ModelFile.fromBytes(bytes).trained();
    assertEquals(trained.snapshots().size(), back.snapshots().size());
    for (int i = 0; i < back.snapshots().size(); i++) {
      assertArrayEquals(
          trained.snapshots().get(i).parameters(), back.snapshots().get(i).parameters());
      assertEquals(trained.snapshots().get(i).epoch(), back.snapshots().get(i).epoch());
    }
    byte[] plain = ModelFile.toBytes(new Model(trained.withSnapshots(List.of())));
    byte[] never =
        ModelFile.toBytes(new Model(Training.start(SINE, "y", plan()).run(EpochListener.SILENT)));
    assertTrue(Arrays.equals(never, plain));
  }

  @Test
  void theRowsHeldOutAreFoundAgain() {
    Trained trained = run(plan("VALIDATION_SHARE", "0.2"));
    assertEquals(60, HeldOut.of(SINE, trained).validation().length, "a fifth of 300");
    assertEquals(null, HeldOut.of(ArffFile.read("noisy-sine.arff", 299), trained));
  }
}
