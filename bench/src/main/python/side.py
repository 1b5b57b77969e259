"""One peer in a process of its own. It obeys the same words as org.backpropnet.bench.Child.

Arguments: sklearn or torch; scratch folder; task; number of threads; warm or cold; then name=value for hidden,
activation, batch, epochs, rate. Start weights are drawn as ours are (uniform: He for ReLU, Glorot for others; biases 0), so that every side starts alike.
"""
import os
import sys
import time
import warnings

import numpy as np

LEAST_SECONDS = 0.3
PORTION = 1024


def read(folder, task, part):
    with open(os.path.join(folder, "%s-%s.f32" % (task, part)), "rb") as f:
        rows, inputs, classes = np.fromfile(f, "<i4", 3)
        x = np.fromfile(f, "<f4", rows * inputs).reshape(rows, inputs)
        y = np.fromfile(f, "<f4", rows).astype(np.int64)
    return x, y, int(classes)


class Sklearn:
    def __init__(self, data, test, settings, threads):
        import sklearn
        from sklearn.neural_network import MLPClassifier

        class StartsAlike(MLPClassifier):
            def _init_coef(self, fan_in, fan_out, dtype):
                if self.activation == "relu" and fan_out not in (1, data[2]):
                    bound = np.sqrt(6 / fan_in)
                else:
                    bound = np.sqrt(6 / (fan_in + fan_out))
                w = self._random_state.uniform(-bound, bound, (fan_in, fan_out))
                return w.astype(dtype), np.zeros(fan_out, dtype)

        self.kind, self.data, self.test, self.settings = StartsAlike, data, test, settings
        self.samples = len(data[0]) * settings["epochs"]
        self.text = "scikit-learn %s with numpy %s" % (sklearn.__version__, np.__version__)

    def fit(self, seed):
        s = self.settings
        self.network = self.kind(
            hidden_layer_sizes=tuple(s["hidden"]), activation="relu" if s["activation"] == "relu" else "logistic",
            solver="sgd", alpha=0, batch_size=s["batch"], learning_rate_init=s["rate"], max_iter=s["epochs"],
            momentum=0.9, nesterovs_momentum=False, n_iter_no_change=10**9, random_state=seed)
        self.network.fit(self.data[0], self.data[1])

    def predict(self, start=0, end=None):
        return self.network.predict_proba(self.test[0][start:end])


class Torch:
    def __init__(self, data, test, settings, threads):
        import torch
        torch.set_num_threads(threads)
        self.torch, self.settings, self.classes = torch, settings, data[2]
        self.x, self.y = torch.from_numpy(data[0]), torch.from_numpy(data[1])
        self.test = torch.from_numpy(test[0])
        self.samples = len(data[0]) * settings["epochs"]
        self.text = "PyTorch %s" % torch.__version__

    def network_of(self, seed):
        nn, s = self.torch.nn, self.settings
        self.torch.manual_seed(seed)
        layers, below = [], self.x.shape[1]
        for units in s["hidden"] + [self.classes]:
            linear = nn.Linear(below, units)
            last = len(layers) == 2 * len(s["hidden"])
            if s["activation"] == "relu" and not last:
                nn.init.kaiming_uniform_(linear.weight, nonlinearity="relu")
            else:
                nn.init.xavier_uniform_(linear.weight)
            nn.init.zeros_(linear.bias)
            layers.append(linear)
            if not last:
                layers.append(nn.ReLU() if s["activation"] == "relu" else nn.Sigmoid())
            below = units
        return nn.Sequential(*layers)

    def fit(self, seed):
        torch, s = self.torch, self.settings
        network = self.network_of(seed)
        loss = torch.nn.CrossEntropyLoss()
        optimizer = torch.optim.SGD(network.parameters(), lr=s["rate"], momentum=0.9)
        for _ in range(s["epochs"]):
            for rows in torch.randperm(len(self.y)).split(s["batch"]):
                optimizer.zero_grad()
                loss(network(self.x[rows]), self.y[rows]).backward()
                optimizer.step()
        self.network = network

    def predict(self, start=0, end=None):
        torch = self.torch
        end = len(self.test) if end is None else end
        with torch.inference_mode():
            parts = [torch.softmax(self.network(self.test[at:min(end, at + PORTION)]), 1)
                     for at in range(start, end, PORTION)]
            return (parts[0] if len(parts) == 1 else torch.cat(parts)).numpy()


def repeated(work):
    """Work done per second."""
    done, start, seconds = 0, time.perf_counter(), 0.0
    while seconds < LEAST_SECONDS:
        done += work()
        seconds = time.perf_counter() - start
    return done / seconds


def rows_alone(side, rows):
    for r in range(100):
        side.predict(r % rows, r % rows + 1)
    return 100


def judge(side, y):
    p = side.predict()
    loss = -np.log(np.maximum(p[np.arange(len(y)), y].astype(np.float64), 1e-7)).mean()
    return "loss %.8g accuracy %.8g" % (loss, (p.argmax(1) == y).mean())


def fit(side, seed):
    side.fit(seed)
    return side.samples


def main():
    name, folder, task, threads, temperature = sys.argv[1:6]
    settings = dict(a.split("=", 1) for a in sys.argv[6:])
    settings["hidden"] = [int(h) for h in settings["hidden"].split(",")]
    settings["batch"], settings["epochs"] = int(settings["batch"]), int(settings["epochs"])
    settings["rate"] = float(settings["rate"])
    warnings.filterwarnings("ignore")
    data, test = read(folder, task, "train"), read(folder, task, "test")
    side = (Sklearn if name == "sklearn" else Torch)(data, test, settings, int(threads))
    if temperature == "cold":
        side.fit(1)
        return
    print("ready %s on Python %s" % (side.text, sys.version.split()[0]), flush=True)
    for line in sys.stdin:
        word = line.split()
        if word[0] == "fit":
            print("samples/s %.8g" % repeated(lambda: fit(side, int(word[1]))), flush=True)
        elif word[0] == "judge":
            print(judge(side, test[1]), flush=True)
        elif word[0] == "batch":
            print("rows/s %.8g" % repeated(lambda: len(side.predict())), flush=True)
        elif word[0] == "row":
            print("rows/s %.8g" % repeated(lambda: rows_alone(side, len(test[1]))), flush=True)


main()
