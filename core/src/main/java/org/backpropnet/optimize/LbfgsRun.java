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
  private final Deque<Pair> pairs = new ArrayDeque<>();
  private double[] gradient;
  private double value;

  /**
   * What one step taught.
   *
   * @param moved how far each parameter went
   * @param turned how much each slope changed
   * @param product of the two
   */
  private record Pair(double[] moved, double[] turned, double product) {
    Pair(double[] moved, double[] turned) {
      this(moved, turned, dot(moved, turned));
    }
  }

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
    Pair pair = new Pair(moved, turned);
    if (pair.product > 1e-10 * dot(turned, turned)) {
      pairs.addLast(pair);
      if (pairs.size() > memory) {
        pairs.removeFirst();
      }
    }
  }

  /** Two-loop recursion. */
  private double[] direction() {
    double[] q = gradient.clone();
    List<Pair> all = new ArrayList<>(pairs);
    double[] alpha = new double[all.size()];
    for (int i = all.size() - 1; i >= 0; i--) {
      Pair pair = all.get(i);
      alpha[i] = dot(pair.moved, q) / pair.product;
      add(q, pair.turned, -alpha[i]);
    }
    if (!all.isEmpty()) {
      Pair last = all.get(all.size() - 1);
      scale(q, last.product / dot(last.turned, last.turned));
    }
    for (int i = 0; i < all.size(); i++) {
      Pair pair = all.get(i);
      add(q, pair.moved, alpha[i] - dot(pair.turned, q) / pair.product);
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
    for (Pair pair : pairs) {
      state.add(pair.moved.clone());
      state.add(pair.turned.clone());
    }
    return state.toArray(new double[0][]);
  }

  @Override
  public void restore(double[][] state) {
    value = state[0][1];
    gradient = state[0][0] == 1 ? state[1].clone() : null;
    pairs.clear();
    for (int i = 2; i + 1 < state.length; i += 2) {
      pairs.addLast(new Pair(state[i].clone(), state[i + 1].clone()));
    }
  }
}
