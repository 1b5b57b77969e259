#!/usr/bin/env python3
"""Makes the golden values in this folder: numbers from outside programs that our code must meet.

Needs PyTorch, SciPy and scikit-learn (Debian: python3-torch, python3-sklearn). Tests read only the
.csv files; README.md says what is in them. Everything is float64 and printed so that it reads back
to the same bits.
"""

import math
import pathlib
import platform

import numpy
import scipy
import scipy.optimize
import sklearn
import torch
from sklearn.linear_model import LogisticRegression
from torch.nn import functional

HERE = pathlib.Path(__file__).parent
PYTORCH = f"PyTorch {torch.__version__}"
SCIPY = f"SciPy {scipy.__version__}"
SKLEARN = f"scikit-learn {sklearn.__version__}"
FORMULA = "plain arithmetic"


def write(name, program, about, columns, rows):
    head = [
        f"# {about}",
        f"# program: {program}, Python {platform.python_version()}, float64",
        "# script: test-data/golden/make_golden.py",
        ",".join(columns),
    ]
    lines = [",".join(c if isinstance(c, str) else repr(c) for c in row) for row in rows]
    (HERE / name).write_text("\n".join(head + lines) + "\n", encoding="utf-8", newline="\n")


def tensor(values):
    return torch.tensor(values, dtype=torch.float64)


# 1. Optimisers -----------------------------------------------------------------------------------

BOWL_C = [1.0, 3.0, 0.5, 4.0]
BOWL_T = [0.5, -1.0, 2.0, -0.25]
START = [1.5, 1.0, -0.5, -0.1]
FAR = [400.0, -300.0, 500.0, -600.0]
NEAR = [0.5, 0.0, 2.000001, -0.249999]


def bowl(p):
    return (0.5 * tensor(BOWL_C) * (p - tensor(BOWL_T)) ** 2).sum() + 0.25 * (p[0] * p[1]) ** 2


def walk(optimizer, p, loss, steps):
    """Yields the parameters before the first and after each step."""
    yield p.tolist()
    for _ in range(steps):
        optimizer.zero_grad()
        loss(p).backward()
        optimizer.step()
        yield p.tolist()


def optimizers():
    o = torch.optim
    cases = [
        ("gradient-descent", 0.05, START, lambda p, lr: o.SGD([p], lr)),
        ("momentum", 0.05, START, lambda p, lr: o.SGD([p], lr, momentum=0.9)),
        ("nesterov", 0.05, START, lambda p, lr: o.SGD([p], lr, momentum=0.9, nesterov=True)),
        ("rmsprop", 0.05, START, lambda p, lr: o.RMSprop([p], lr, alpha=0.99, eps=1e-8)),
        ("adam-0.999", 0.05, START, lambda p, lr: o.Adam([p], lr, betas=(0.9, 0.999), eps=1e-8)),
        ("adam-0.95", 0.05, START, lambda p, lr: o.Adam([p], lr, betas=(0.9, 0.95), eps=1e-8)),
        ("adamw-0.95", 0.05, START,
         lambda p, lr: o.AdamW([p], lr, betas=(0.9, 0.95), eps=1e-8, weight_decay=0.01)),
    ]
    for name, rate, start in [("rprop", 0.05, START), ("rprop-longest-steps", 30.0, FAR),
                              ("rprop-shortest-steps", 3e-6, NEAR)]:
        cases.append((name, rate, start, lambda p, lr: o.Rprop(
            [p], lr, etas=(0.5, 1.2), step_sizes=(1e-6, 50))))
    rows = []
    for name, rate, start, make in cases:
        p = tensor(start).requires_grad_()
        for step, at in enumerate(walk(make(p, rate), p, bowl, 10)):
            rows.append([name, rate, step, *at])
    write("optimizers.csv", PYTORCH, "Ten steps of each optimiser on the bowl; 0 is the start.",
          ["optimizer", "rate", "step", "p0", "p1", "p2", "p3"], rows)
    p = tensor(START).requires_grad_()
    value = bowl(p)
    value.backward()
    write("bowl.csv", PYTORCH, "The bowl: sum of c (p - t)^2 / 2, plus (p0 p1)^2 / 4; its value "
          f"at the start is {value.item()!r}.", ["c", "t", "start", "gradient"],
          list(zip(BOWL_C, BOWL_T, START, p.grad.tolist())))


# 2 and 3. Networks -------------------------------------------------------------------------------

def layers(p, sizes):
    """Cuts the one array into [unit][input] weights and [unit] biases, layer by layer."""
    at = 0
    for inputs, units in zip(sizes, sizes[1:]):
        weights = p[at:at + inputs * units].reshape(units, inputs)
        at += inputs * units
        yield weights, p[at:at + units]
        at += units
    assert at == len(p)


def network_loss(sizes, activation, row_losses, x, y, decay=0.0):
    """Mean loss of the rows + decay / 2 times the sum of squared weights; biases are free."""
    def loss(p):
        a = x
        price = 0.0
        for index, (weights, biases) in enumerate(layers(p, sizes)):
            a = a @ weights.T + biases
            a = activation(a) if index < len(sizes) - 2 else a
            price = price + (weights ** 2).sum()
        return row_losses(a, y).mean() + 0.5 * decay * price
    return loss


def cross_entropy(scores, classes):
    return functional.cross_entropy(scores, classes, reduction="none")


def binary_cross_entropy(scores, yes):
    return functional.binary_cross_entropy_with_logits(scores[:, 0], yes, reduction="none")


def half_squared_error(outputs, numbers):
    return 0.5 * (outputs[:, 0] - numbers) ** 2


def parameter_names(count):
    return [f"p{i}" for i in range(count)]


def value_and_gradient(loss):
    def at(p):
        p = tensor(p).requires_grad_()
        value = loss(p)
        value.backward()
        return value.item(), p.grad.numpy()
    return at


def minimise(loss, start):
    found = scipy.optimize.minimize(value_and_gradient(loss), start, jac=True, method="L-BFGS-B",
                                    options={"ftol": 0, "gtol": 1e-12, "maxiter": 10000})
    slope = numpy.abs(value_and_gradient(loss)(found.x)[1]).max()
    assert slope < 1e-8, slope
    return found


LOGISTIC_DECAY = 0.1
MLP_DECAY = 0.01
# All three hidden units stay different at the minimum, and starts near this one lead there too.
MLP_START = [-1.0, 0.5, -1.0, -0.5, -0.25, 1.0, -0.5, 0.125, 0.5,
             -1.0, 0.5, 1.0, 0.25, -1.0, -0.25, 1.0, 0.5, -1.0, 0.0, 0.0, 0.0]


def lbfgs_rows():
    rows = []
    for i in range(30):
        x0, x1, blur = [(k * i % 30) / 15 - 1 for k in (7, 11, 13)]
        yes = int(x0 + 0.5 * x1 + 0.6 * blur > 0)
        ring = x0 * x0 + x1 * x1
        rows.append((x0, x1, yes, 0 if ring < 0.4 else 1 if x0 + x1 + 0.3 * blur > 0 else 2))
    write("lbfgs_rows.csv", FORMULA,
          "The rows of lbfgs_logistic.csv (yes) and lbfgs_mlp.csv (class).",
          ["x0", "x1", "yes", "class"], rows)
    return rows


def lbfgs():
    rows = lbfgs_rows()
    x = tensor([row[:2] for row in rows])
    yes = [row[2] for row in rows]
    loss = network_loss([2, 1], None, binary_cross_entropy, x, tensor(yes) * 1.0, LOGISTIC_DECAY)
    # scikit-learn minimises C * sum of losses + |w|^2 / 2. Its lbfgs stops early whatever tol says
    # (ftol is fixed), so its Newton solver is the witness and SciPy's L-BFGS confirms it.
    model = LogisticRegression(C=1 / (len(rows) * LOGISTIC_DECAY), solver="newton-cholesky",
                               tol=1e-14, max_iter=1000).fit(x.numpy(), yes)
    best = [*model.coef_[0].tolist(), *model.intercept_.tolist()]
    start = [0.0, 0.0, 0.0]
    assert numpy.abs(minimise(loss, start).x - best).max() < 1e-8
    write("lbfgs_logistic.csv", f"{SKLEARN} (confirmed by {SCIPY})",
          f"Logistic regression, weight decay {LOGISTIC_DECAY}: its only minimum.",
          ["what", "loss", *parameter_names(3)],
          [["start", loss(tensor(start)).item(), *start],
           ["minimum", loss(tensor(best)).item(), *best]])
    loss = network_loss([2, 3, 3], torch.tanh, cross_entropy, x,
                        torch.tensor([row[3] for row in rows]), MLP_DECAY)
    found = minimise(loss, MLP_START)
    write("lbfgs_mlp.csv", f"{SCIPY} L-BFGS-B, {PYTORCH}",
          f"2-3-3 network, tanh, softmax, weight decay {MLP_DECAY}: the minimum below the start.",
          ["what", "loss", *parameter_names(21)],
          [["start", loss(tensor(MLP_START)).item(), *MLP_START],
           ["minimum", found.fun, *found.x.tolist()]])


MLP_ROWS = [
    (0.5, -1.0, 0, 0.3),
    (-1.5, 0.25, 1, -0.7),
    (2.0, 1.0, 1, 1.9),
    (0.0, 0.75, 0, 0.1),
    (-0.5, -2.0, 1, -1.2),
]
HIDDEN_START = [0.4, -0.3, -0.2, 0.6, 0.7, 0.1, 0.05, -0.1, 0.2]
CLASSIFIER_START = HIDDEN_START + [0.5, -0.4, 0.3, -0.6, 0.2, 0.1, 0.15, -0.05]
REGRESSION_START = HIDDEN_START + [0.5, -0.4, 0.3, 0.15]


def training(name, about, start, loss):
    value, gradient = value_and_gradient(loss)(start)
    rows = [["start", value, *start], ["gradient", value, *gradient.tolist()]]
    for label, make in [("gradient-descent", lambda p: torch.optim.SGD([p], 0.1)),
                        ("adam", lambda p: torch.optim.Adam([p], 0.01))]:
        p = tensor(start).requires_grad_()
        path = list(walk(make(p), p, loss, 10))
        for step in (1, 10):
            rows.append([f"{label}-{step}", loss(tensor(path[step])).item(), *path[step]])
    write(name, PYTORCH, about, ["what", "loss", *parameter_names(len(start))], rows)


def trainings():
    write("mlp_rows.csv", FORMULA, "The batch of mlp_classifier.csv (class) and mlp_regression.csv "
          "(number).", ["x0", "x1", "class", "number"], MLP_ROWS)
    x = tensor([row[:2] for row in MLP_ROWS])
    training("mlp_classifier.csv", "2-3-2 network, tanh, softmax and cross-entropy.",
             CLASSIFIER_START,
             network_loss([2, 3, 2], torch.tanh, cross_entropy, x,
                          torch.tensor([row[2] for row in MLP_ROWS])))
    training("mlp_regression.csv", "2-3-1 network, softplus, half the squared error.",
             REGRESSION_START,
             network_loss([2, 3, 1], functional.softplus, half_squared_error, x,
                          tensor([row[3] for row in MLP_ROWS])))


# 4. Schedules ------------------------------------------------------------------------------------

def schedules():
    s = torch.optim.lr_scheduler
    epochs = 20

    def factors(make):
        optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
        schedule = make(optimizer)
        for _ in range(epochs):
            yield optimizer.param_groups[0]["lr"]
            optimizer.step()
            schedule.step()

    shares = [k / epochs for k in range(epochs)]
    restarts = [(1 - math.cos(2 * math.pi * math.log2(1 + 15 * t))) / 2 for t in shares]
    write("schedules.csv", f"{PYTORCH}; warm-restarts: its formula in Python",
          "Factor on the learning rate in each of 20 epochs.",
          ["epoch", "cosine", "exponential-0.9", "step-5-0.5", "warm-restarts"],
          zip(range(epochs), factors(lambda o: s.CosineAnnealingLR(o, epochs, 0)),
              factors(lambda o: s.ExponentialLR(o, 0.9)), factors(lambda o: s.StepLR(o, 5, 0.5)),
              restarts))


# 5. Activations ----------------------------------------------------------------------------------

def activations():
    positive = [1e-3, 0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 5.5, 8.0, 20.0]
    points = [-z for z in reversed(positive)] + [0.0] + positive
    cases = [
        ("sigmoid", torch.sigmoid),
        ("tanh", torch.tanh),
        ("relu", functional.relu),
        ("leaky-relu", lambda z: functional.leaky_relu(z, 0.01)),
        ("elu", functional.elu),
        ("selu", functional.selu),
        ("softplus", functional.softplus),
        ("silu", functional.silu),
        ("mish", functional.mish),
        ("gelu", functional.gelu),
    ]
    rows = []
    for name, function in cases:
        z = tensor(points).requires_grad_()
        a = function(z)
        a.sum().backward()
        rows += [[name, *numbers] for numbers in zip(points, a.tolist(), z.grad.tolist())]
    write("activations.csv", PYTORCH, "Value and derivative of each activation; at a corner the "
          "slope on its left.", ["activation", "z", "value", "slope"], rows)


if __name__ == "__main__":
    optimizers()
    lbfgs()
    trainings()
    schedules()
    activations()
