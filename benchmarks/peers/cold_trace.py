"""One pass of an example file with NumPy, written by hand, every number printed: what a cold start is compared with."""
import json
import sys

import numpy as np

with open(sys.argv[1], encoding="utf-8") as file:
    example = json.load(file)
W, b = [np.array(layer["W"]) for layer in example["layers"]], [np.array(layer["b"]) for layer in example["layers"]]
x, y = np.array(example["X"][0]), np.array(example["Y"][0])
a, shown = [x], {}
for number, (weights, biases) in enumerate(zip(W, b), 1):
    z = weights @ a[-1] + biases
    a.append(1 / (1 + np.exp(-z)))
    shown[f"z[{number}]"], shown[f"a[{number}]"] = z, a[-1]
delta = (a[-1] - y) * a[-1] * (1 - a[-1])
for number in range(len(W), 0, -1):
    shown[f"delta[{number}]"], shown[f"dW[{number}]"], shown[f"newW[{number}]"] = delta, np.outer(delta, a[number - 1]), W[number - 1] - example["learningRate"] * np.outer(delta, a[number - 1])
    delta = (W[number - 1].T @ delta) * a[number - 1] * (1 - a[number - 1])
for name, value in shown.items():
    print(name, value)
