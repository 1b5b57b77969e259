package org.backpropnet.optimize;

import org.backpropnet.math.Elementary;

/**
 * The runs of the methods that need one gradient a step. Each formula stands twice, in double (the
 * reference) and in float (for minibatches); a test binds one to the other.
 */
final class FirstOrderRuns {
  private FirstOrderRuns() {}

  /** Shared walk: gradient, then the method's own update; state arrays by precision. */
  abstract static class Run implements OptimizerRun {
    final int arrays;
    final int size;
    float[][] single;
    double[][] state;
    long steps;
    float pace;

    Run(int arrays, int size) {
      this.arrays = arrays;
      this.size = size;
    }

    abstract void update(double[] p, double[] g, double rate);

    @Override
    public void begin(double rate) {
      if (single == null) {
        single = new float[arrays][size];
      }
      steps++;
      pace = (float) rate;
    }

    @Override
    public final Outcome step(double[] parameters, Objective objective, double rate) {
      double[] gradient = new double[parameters.length];
      double value = objective.valueAndGradient(parameters, gradient);
      if (state == null) {
        state = new double[arrays][size];
      }
      steps++;
      update(parameters, gradient, rate);
      return new Outcome(value, LbfgsRun.norm(gradient), false);
    }

    @Override
    public final double[][] state() {
      double[][] copy = new double[arrays + 1][];
      copy[0] = new double[] {steps, single == null ? 0 : 1};
      for (int i = 0; i < arrays; i++) {
        copy[i + 1] = new double[size];
        for (int j = 0; j < size; j++) {
          copy[i + 1][j] = single != null ? single[i][j] : state != null ? state[i][j] : 0;
        }
      }
      return copy;
    }

    @Override
    public final void restore(double[][] saved) {
      steps = (long) saved[0][0];
      boolean isSingle = saved[0][1] == 1;
      single = isSingle ? new float[arrays][size] : null;
      state = isSingle ? null : new double[arrays][size];
      for (int i = 0; i < arrays; i++) {
        for (int j = 0; j < size; j++) {
          if (isSingle) {
            single[i][j] = (float) saved[i + 1][j];
          } else {
            state[i][j] = saved[i + 1][j];
          }
        }
      }
    }
  }

  static final class Plain extends Run {
    Plain() {
      super(0, 0);
    }

    @Override
    void update(double[] p, double[] g, double rate) {
      for (int i = 0; i < p.length; i++) {
        p[i] -= rate * g[i];
      }
    }

    @Override
    public void move(float[] p, float[] g, int from, int to) {
      float rate = pace;
      for (int i = from; i < to; i++) {
        p[i] -= rate * g[i];
      }
    }
  }

  static final class Rolling extends Run {
    private final double momentum;
    private final double ahead;

    Rolling(int size, double momentum, boolean nesterov) {
      super(1, size);
      this.momentum = momentum;
      this.ahead = nesterov ? 1 : 0;
    }

    @Override
    void update(double[] p, double[] g, double rate) {
      double[] v = state[0];
      for (int i = 0; i < p.length; i++) {
        v[i] = momentum * v[i] + g[i];
        p[i] -= rate * (ahead * (g[i] + (momentum - 1) * v[i]) + v[i]);
      }
    }

    @Override
    public void move(float[] p, float[] g, int from, int to) {
      float rate = pace;
      float[] v = single[0];
      float m = (float) momentum;
      float look = (float) ahead;
      for (int i = from; i < to; i++) {
        v[i] = m * v[i] + g[i];
        p[i] -= rate * (look * (g[i] + (m - 1) * v[i]) + v[i]);
      }
    }
  }

  static final class Scaled extends Run {
    private final double decay;
    private final double epsilon;

    Scaled(int size, double decay, double epsilon) {
      super(1, size);
      this.decay = decay;
      this.epsilon = epsilon;
    }

    @Override
    void update(double[] p, double[] g, double rate) {
      double[] s = state[0];
      for (int i = 0; i < p.length; i++) {
        s[i] = decay * s[i] + (1 - decay) * g[i] * g[i];
        p[i] -= rate * g[i] / (Math.sqrt(s[i]) + epsilon);
      }
    }

    @Override
    public void move(float[] p, float[] g, int from, int to) {
      float rate = pace;
      float[] s = single[0];
      float keep = (float) decay;
      float take = (float) (1 - decay);
      float e = (float) epsilon;
      for (int i = from; i < to; i++) {
        s[i] = keep * s[i] + take * g[i] * g[i];
        p[i] -= rate * g[i] / ((float) Math.sqrt(s[i]) + e);
      }
    }
  }

  static final class Adaptive extends Run {
    private final Optimizer.Adam adam;
    private final double decay;
    private final double log1;
    private final double log2;
    private float stride;
    private float root;
    private float shrink;

    Adaptive(int size, Optimizer.Adam adam, double decay) {
      super(2, size);
      this.adam = adam;
      this.decay = decay;
      log1 = StrictMath.log(adam.beta1());
      log2 = StrictMath.log(adam.beta2());
    }

    @Override
    public void begin(double rate) {
      super.begin(rate);
      stride = (float) (pace / correction(log1));
      root = (float) (1 / Math.sqrt(correction(log2)));
      shrink = (float) (1 - pace * decay);
    }

    /** 1 - beta^steps, from beta's logarithm: StrictMath.pow would make arrays in each step. */
    private double correction(double log) {
      return -Elementary.expm1(steps * log);
    }

    @Override
    void update(double[] p, double[] g, double rate) {
      double[] m = state[0];
      double[] s = state[1];
      double b1 = adam.beta1();
      double b2 = adam.beta2();
      double pace = rate / correction(log1);
      double root = Math.sqrt(correction(log2));
      double shrink = 1 - rate * decay;
      for (int i = 0; i < p.length; i++) {
        m[i] = b1 * m[i] + (1 - b1) * g[i];
        s[i] = b2 * s[i] + (1 - b2) * g[i] * g[i];
        p[i] = shrink * p[i] - pace * m[i] / (Math.sqrt(s[i]) / root + adam.epsilon());
      }
    }

    @Override
    public void move(float[] p, float[] g, int from, int to) {
      float[] m = single[0];
      float[] s = single[1];
      float b1 = (float) adam.beta1();
      float b2 = (float) adam.beta2();
      float take1 = (float) (1 - adam.beta1());
      float take2 = (float) (1 - adam.beta2());
      float step = stride;
      float root = this.root;
      float shrink = this.shrink;
      float e = (float) adam.epsilon();
      for (int i = from; i < to; i++) {
        m[i] = b1 * m[i] + take1 * g[i];
        s[i] = b2 * s[i] + take2 * g[i] * g[i];
        p[i] = shrink * p[i] - step * m[i] / ((float) Math.sqrt(s[i]) * root + e);
      }
    }
  }
}
