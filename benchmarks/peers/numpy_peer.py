"""NumPy by hand. Usage: numpy_peer.py FOLDER W1|W2|W4"""
import sys
import numpy as np
from common import check, load, network, report, samples, sigmoid


def trace(layers, x, y):
    """Every intermediate quantity of the batch, each sample's dW, the sums and the means."""
    a, zs, activations, primes = x, [], [x], []
    for w, b in layers:
        z = a @ w.T + b
        a = sigmoid(z)
        zs.append(z)
        activations.append(a)
        primes.append(a * (1 - a))
    loss = 0.5 * ((a - y) ** 2).sum(axis=1)
    grads, deltas, dws, sums, means = [], [], [], [], []
    grad = a - y
    for l in range(len(layers) - 1, -1, -1):
        delta = grad * primes[l]
        grads.append(grad)
        deltas.append(delta)
        dws.append(delta[:, :, None] * activations[l][:, None, :])
        sums.append((delta.T @ activations[l], delta.sum(axis=0)))
        means.append((sums[-1][0] / len(x), sums[-1][1] / len(x)))
        grad = delta @ layers[l][0]
    return zs, activations, primes, loss, grads, deltas, dws, sums, means


def w1():
    for sizes in ((3, 4, 2), (5, 8, 8, 3)):
        for m in (1, 4, 32):
            layers, (x, y) = network(sizes), samples(sizes, m)
            name = f"{'-'.join(map(str, sizes))} m={m}"
            result = trace(layers, x, y)
            check(f"W1.{name}.dW", result[6][-1])
            check(f"W1.{name}.sum", result[7][-1][0])
            report(f"W1 {name}", lambda: trace(layers, x, y), 2000, 9)


def epoch(layers, x, y, order, batch, rate):
    loss = 0.0
    for start in range(0, len(x), batch):
        rows = order[start:start + batch]
        activations = [x[rows]]
        for w, b in layers:
            activations.append(sigmoid(activations[-1] @ w.T + b))
        a = activations[-1]
        error = a - y[rows]
        loss += 0.5 * (error * error).sum()
        delta = error * a * (1 - a)
        for l in range(len(layers) - 1, -1, -1):
            w, b = layers[l]
            before = (delta @ w) * activations[l] * (1 - activations[l]) if l > 0 else None
            w -= rate / len(rows) * (delta.T @ activations[l])
            b -= rate / len(rows) * delta.sum(axis=0)
            delta = before
    return loss / len(x)


def w2():
    order = load("ours.order", 10000).astype(int)
    for sizes in ((784, 30, 10), (784, 128, 64, 10)):
        for batch in (10, 128):
            name = f"{'-'.join(map(str, sizes))} batch {batch}"
            layers, (x, y) = network(sizes), samples(sizes, 10000)
            epoch(layers, x, y, order, batch, 0.5)
            check(f"W2.{name}.W1", layers[0][0])
            report(f"W2 {name}", lambda: epoch(layers, x, y, order, batch, 0.5), 1, 3, 0)


def w4():
    layers, (x, y) = network((784, 30, 10)), samples((784, 30, 10), 16)

    def loss():
        a = x
        for w, b in layers:
            a = sigmoid(a @ w.T + b)
        return 0.5 * ((a - y) ** 2).sum() / len(x)

    def central(values, h=1e-5):
        gradient = np.empty(values.size)
        flat = values.reshape(-1)
        for n in range(flat.size):
            old = flat[n]
            flat[n] = old - h
            below = loss()
            flat[n] = old + h
            above = loss()
            flat[n] = old
            gradient[n] = (above - below) / (2 * h)
        return gradient

    found = central(layers[1][0])
    expected = load("ours.W4.W2", 300)
    if np.max(np.abs(found - expected)) > 1e-9:
        sys.exit("W4: the numeric gradients differ by more than 1e-9")
    report("W4", lambda: [central(values) for layer in layers for values in layer], 1, 1, 0)


{"W1": w1, "W2": w2, "W4": w4}[sys.argv[2]]()
