package org.backpropnet.optimize;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.backpropnet.math.Fused;

/**
 * Limited-memory BFGS (Liu and Nocedal 1989) with a line search for the strong Wolfe conditions
 * that brackets and bisects with cubic guesses (Nocedal and Wright 2006, algorithms 7.4, 7.5, 3.5,
 * 3.6).
 */
final class LbfgsRun implements OptimizerRun {
  private static final String ALL_ROWS = "L-BFGS looks at all rows in each step.";
  private static final double GRADIENT_TOLERANCE = 1e-8;
  private static final double VALUE_TOLERANCE = 1e-8;

  private final int size;
  private final int memory;
  private final Deque<double[][]> pairs = new ArrayDeque<>();
  private double[] gradient;
  private double value;

  LbfgsRun(int size, int memory) {
    this.size = size;
    this.memory = memory;
  }

  @Override
  public void begin(double rate) {
    throw new UnsupportedOperationException(ALL_ROWS);
  }

  @Override
  public void move(float[] parameters, float[] gradient, int from, int to) {
    throw new UnsupportedOperationException(ALL_ROWS);
  }

  @Override
  public Outcome step(double[] parameters, Objective objective, double rate) {
    if (gradient == null) {
      gradient = new double[size];
      value = objective.valueAndGradient(parameters, gradient);
    }
    double before = value;
    double norm = norm(gradient);
    if (norm <= GRADIENT_TOLERANCE || !Double.isFinite(value)) {
      return new Outcome(before, norm, true);
    }
    double[] direction = direction();
    double slope = dot(direction, gradient);
    if (!(slope < 0)) {
      pairs.clear();
      direction = direction();
      slope = dot(direction, gradient);
    }
    double first = pairs.isEmpty() ? Math.min(1, 1 / norm) : 1;
    LineSearch search = new LineSearch(objective, parameters, direction);
    LineSearch.Point found = search.run(new LineSearch.Start(value, slope, first * rate));
    if (found == null) {
      boolean stuck = pairs.isEmpty();
      pairs.clear();
      return new Outcome(before, norm, stuck);
    }
    remember(parameters, found);
    System.arraycopy(found.at(), 0, parameters, 0, size);
    gradient = found.gradient();
    value = found.value();
    boolean still = before - value <= VALUE_TOLERANCE * Math.max(1, Math.abs(before));
    return new Outcome(before, norm, still);
  }

  private void remember(double[] parameters, LineSearch.Point found) {
    double[] moved = new double[size];
    double[] turned = new double[size];
    for (int i = 0; i < size; i++) {
      moved[i] = found.at()[i] - parameters[i];
      turned[i] = found.gradient()[i] - gradient[i];
    }
    if (dot(moved, turned) > 1e-10 * dot(turned, turned)) {
      pairs.addLast(new double[][] {moved, turned});
      if (pairs.size() > memory) {
        pairs.removeFirst();
      }
    }
  }

  /** Two-loop recursion. */
  private double[] direction() {
    double[] q = gradient.clone();
    List<double[][]> all = new ArrayList<>(pairs);
    double[] alpha = new double[all.size()];
    for (int i = all.size() - 1; i >= 0; i--) {
      double[] s = all.get(i)[0];
      double[] y = all.get(i)[1];
      alpha[i] = dot(s, q) / dot(s, y);
      add(q, y, -alpha[i]);
    }
    if (!all.isEmpty()) {
      double[][] last = all.get(all.size() - 1);
      double scale = dot(last[0], last[1]) / dot(last[1], last[1]);
      scale(q, scale);
    }
    for (int i = 0; i < all.size(); i++) {
      double[] s = all.get(i)[0];
      double[] y = all.get(i)[1];
      add(q, s, alpha[i] - dot(y, q) / dot(s, y));
    }
    scale(q, -1);
    return q;
  }

  private static void scale(double[] numbers, double factor) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= factor;
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum = Fused.multiplyAdd(a[i], b[i], sum);
    }
    return sum;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] = Fused.multiplyAdd(times, what[i], to[i]);
    }
  }

  @Override
  public double[][] state() {
    List<double[]> state = new ArrayList<>();
    state.add(new double[] {gradient == null ? 0 : 1, value});
    state.add(gradient == null ? new double[0] : gradient.clone());
    for (double[][] pair : pairs) {
      state.add(pair[0].clone());
      state.add(pair[1].clone());
    }
    return state.toArray(new double[0][]);
  }

  @Override
  public void restore(double[][] state) {
    value = state[0][1];
    gradient = state[0][0] == 1 ? state[1].clone() : null;
    pairs.clear();
    for (int i = 2; i + 1 < state.length; i += 2) {
      pairs.addLast(new double[][] {state[i].clone(), state[i + 1].clone()});
    }
  }
}
