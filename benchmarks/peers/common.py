"""What the peers' programs share: reading the numbers, and timing."""
import json
import statistics
import sys
import time
import numpy as np

folder = sys.argv[1]


def load(name, *shape):
    return np.fromfile(f"{folder}/{name}.bin").reshape(shape)


def network(sizes):
    name = "-".join(map(str, sizes))
    return [(load(f"{name}.W{l}", sizes[l], sizes[l - 1]), load(f"{name}.b{l}", sizes[l])) for l in range(1, len(sizes))]


def samples(sizes, count):
    if sizes[0] == 784:
        return load("digits.x", 10000, 784)[:count], load("digits.y", 10000, 10)[:count]
    return load(f"small.{sizes[0]}", 32, sizes[0])[:count], load(f"small.{sizes[-1]}", 32, sizes[-1])[:count]


def check(name, found):
    """Against the numbers of Backprop.Teaching, before anything is timed."""
    expected = load("ours." + name, *np.shape(found))
    if not np.allclose(found, expected, rtol=1e-9, atol=1e-12):
        sys.exit(f"{name}: the largest difference is {np.max(np.abs(found - expected))}, expected the same numbers")


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def report(workload, action, inner=1, rounds=9, warm=1):
    for _ in range(warm):
        action()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(inner):
            action()
        times.append((time.perf_counter() - start) / inner)
    print(json.dumps({"workload": workload, "seconds": statistics.median(times)}), flush=True)
