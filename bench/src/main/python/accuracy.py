"""scikit-learn's networks with nothing set, in a process of their own. They obey the words of org.backpropnet.bench.FoldChild.

Numbers are standardised, missing ones become the median, categories one-hot, as its manual advises for its networks.
"""
import sys
import time
import warnings

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


class Tables:
    def load(self, rows, folds):
        with open(rows) as f:
            self.kinds = f.readline().strip().split(",")
            table = np.loadtxt(f, delimiter=",", ndmin=2)
        self.x, self.y = table[:, :-1], table[:, -1]
        self.folds = np.loadtxt(folds, dtype=int, ndmin=2)

    def pipeline(self):
        numbers = [i for i, k in enumerate(self.kinds[:-1]) if k == "n"]
        labels = [i for i, k in enumerate(self.kinds[:-1]) if k != "n"]
        coded = ColumnTransformer([
            ("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
            ("labels", make_pipeline(SimpleImputer(strategy="constant", fill_value=-1),
                                     OneHotEncoder(handle_unknown="ignore")), labels)], sparse_threshold=0)
        network = MLPRegressor if self.kinds[-1] == "n" else MLPClassifier
        return make_pipeline(coded, network(random_state=1))

    def fit(self, repeat, fold):
        unknown = self.folds[repeat - 1] == fold - 1
        side = self.pipeline()
        side.fit(self.x[~unknown], self.y[~unknown])
        if self.kinds[-1] == "n":
            return side.predict(self.x[unknown])
        answers = np.zeros((unknown.sum(), int(self.kinds[-1][1:])))
        answers[:, side.classes_.astype(int)] = side.predict_proba(self.x[unknown])
        return answers


def main():
    warnings.filterwarnings("ignore")
    tables, used = Tables(), 0.0
    print("ready scikit-learn", flush=True)
    for line in sys.stdin:
        word = line.rstrip("\n").split("\t")
        try:
            if word[0] == "load":
                tables.load(word[1], word[2])
                used, answer = time.process_time(), "loaded"
            else:
                numbers = tables.fit(int(word[1]), int(word[2]))
                now = time.process_time()
                answer = "cpu %r " % (now - used) + " ".join(map(repr, map(float, numbers.ravel())))
                used = now
        except Exception as e:
            answer = "failed %r" % e
        print(answer.replace("\n", " "), flush=True)


main()
