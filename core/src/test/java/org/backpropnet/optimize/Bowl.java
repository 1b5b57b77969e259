package org.backpropnet.optimize;

import org.backpropnet.testing.Golden;

/** The function that the golden walks go down: sum of c (p - t)^2 / 2, plus (p0 p1)^2 / 4. */
final class Bowl implements Objective {
  private static final Golden GOLDEN = Golden.read("bowl.csv");

  private final double[] steepness = GOLDEN.numbers("c");
  private final double[] bottom = GOLDEN.numbers("t");

  @Override
  public double valueAndGradient(double[] parameters, double[] gradient) {
    double value = 0;
    for (int i = 0; i < parameters.length; i++) {
      double miss = parameters[i] - bottom[i];
      value += 0.5 * steepness[i] * miss * miss;
      gradient[i] = steepness[i] * miss;
    }
    double product = parameters[0] * parameters[1];
    gradient[0] += 0.5 * product * parameters[1];
    gradient[1] += 0.5 * product * parameters[0];
    return value + 0.25 * product * product;
  }
}
