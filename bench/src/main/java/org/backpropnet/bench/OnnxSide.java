package org.backpropnet.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * ONNX Runtime answering with a network that ours trained, in float. It is checked to give our
 * answers before it is timed. Batches go in portions, which it answers faster than all at once.
 */
final class OnnxSide implements Contestant {
  private static final int PORTION = 1024;
  private static final double AGREEMENT = 1e-4;

  private final Ours ours;
  private final TaskFile test;
  private final FloatBuffer x;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final int threads;
  private OrtSession session;

  OnnxSide(Task task, Path folder, int threads) throws IOException {
    this.threads = threads;
    ours = new Ours(task, folder, threads);
    test = TaskFile.read(TaskFile.path(folder, task, "test"));
    x =
        ByteBuffer.allocateDirect(4 * test.x().length)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    x.put(test.x()).rewind();
  }

  @Override
  public void fit(long seed) throws Exception {
    if (session != null) {
      return;
    }
    ours.fit(seed);
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    session = environment.createSession(new OnnxNetwork(ours.model()).bytes(), options);
    compare(ours.predict(), predict());
  }

  private static void compare(double[][] expected, double[][] found) {
    for (int r = 0; r < expected.length; r++) {
      for (int c = 0; c < expected[r].length; c++) {
        if (!(Math.abs(expected[r][c] - found[r][c]) <= AGREEMENT)) {
          throw new IllegalStateException(
              "ONNX Runtime answers " + found[r][c] + " where ours is " + expected[r][c]);
        }
      }
    }
  }

  @Override
  public long samples() {
    return 0;
  }

  @Override
  public double[][] predict() throws OrtException {
    double[][] answers = new double[test.rows()][];
    for (int from = 0; from < answers.length; from += PORTION) {
      float[][] some = run(from, Math.min(answers.length, from + PORTION));
      for (int r = 0; r < some.length; r++) {
        double[] row = new double[some[r].length];
        for (int c = 0; c < row.length; c++) {
          row[c] = some[r][c];
        }
        answers[from + r] = row;
      }
    }
    return answers;
  }

  @Override
  public double[] predict(int row) throws OrtException {
    float[] answer = run(row, row + 1)[0];
    double[] wide = new double[answer.length];
    for (int c = 0; c < wide.length; c++) {
      wide[c] = answer[c];
    }
    return wide;
  }

  private float[][] run(int from, int to) throws OrtException {
    int inputs = test.inputs();
    FloatBuffer part = x.slice(from * inputs, (to - from) * inputs);
    long[] shape = {to - from, inputs};
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, part, shape);
        OrtSession.Result result = session.run(Map.of(OnnxNetwork.INPUT, tensor))) {
      return (float[][]) result.get(0).getValue();
    }
  }

  @Override
  public String describe() {
    return "ONNX Runtime "
        + environment.getVersion()
        + " on Java "
        + System.getProperty("java.version");
  }
}
