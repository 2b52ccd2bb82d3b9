"""PyTorch on one thread. Usage: torch_peer.py FOLDER W1|W2|W3|W4"""
import sys
import resource
import numpy as np
import torch
from common import check, load, network, report, samples

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def parameters(sizes, grad=True):
    return [(torch.from_numpy(w).requires_grad_(grad), torch.from_numpy(b).requires_grad_(grad)) for w, b in network(sizes)]


def trace(layers, x, y):
    """retain_grad on every z and a; each sample's dW from delta and a."""
    for w, b in layers:
        w.grad = b.grad = None
    zs, activations, primes, a = [], [x], [], x
    for w, b in layers:
        z = torch.nn.functional.linear(a, w, b)
        a = torch.sigmoid(z)
        z.retain_grad()
        a.retain_grad()
        zs.append(z)
        activations.append(a)
        primes.append((a * (1 - a)).detach())
    losses = 0.5 * ((a - y) ** 2).sum(dim=1)
    losses.sum().backward()
    dws = [torch.einsum("ij,ik->ijk", z.grad, a.detach()) for z, a in zip(zs, activations)]
    means = [(w.grad / len(x), b.grad / len(x)) for w, b in layers]
    return zs, activations, primes, dws, means


def w1():
    for sizes in ((3, 4, 2), (5, 8, 8, 3)):
        for m in (1, 4, 32):
            layers, (x, y) = parameters(sizes), map(torch.from_numpy, samples(sizes, m))
            name = f"{'-'.join(map(str, sizes))} m={m}"
            check(f"W1.{name}.dW", trace(layers, x, y)[3][0].numpy())
            report(f"W1 {name}", lambda: trace(layers, x, y), 500, 9)


def epoch(layers, x, y, order, batch, rate):
    total = 0.0
    flat = [p for layer in layers for p in layer]
    for start in range(0, len(x), batch):
        rows = order[start:start + batch]
        a = x[rows]
        for w, b in layers:
            a = torch.sigmoid(torch.nn.functional.linear(a, w, b))
        losses = 0.5 * ((a - y[rows]) ** 2).sum()
        total += losses.item()
        gradients = torch.autograd.grad(losses, flat)
        with torch.no_grad():
            for p, g in zip(flat, gradients):
                p.sub_(g, alpha=rate / len(rows))
    return total / len(x)


def w2():
    order = torch.from_numpy(load("ours.order", 10000).astype(np.int64))
    for sizes in ((784, 30, 10), (784, 128, 64, 10)):
        for batch in (10, 128):
            name = f"{'-'.join(map(str, sizes))} batch {batch}"
            layers, (x, y) = parameters(sizes), map(torch.from_numpy, samples(sizes, 10000))
            epoch(layers, x, y, order, batch, 0.5)
            check(f"W2.{name}.W1", layers[0][0].detach().numpy())
            report(f"W2 {name}", lambda: epoch(layers, x, y, order, batch, 0.5), 1, 3, 0)


def w3():
    from functorch import grad, vmap
    layers, (x, y) = parameters((784, 128, 10), False), map(torch.from_numpy, samples((784, 128, 10), 512))
    flat = tuple(p for layer in layers for p in layer)

    def loss(w1, b1, w2, b2, x, y):
        a = torch.sigmoid(torch.nn.functional.linear(x, w1, b1))
        return 0.5 * ((torch.sigmoid(torch.nn.functional.linear(a, w2, b2)) - y) ** 2).sum()

    each = vmap(grad(loss, argnums=(0, 1, 2, 3)), in_dims=(None, None, None, None, 0, 0))

    def norms():
        gradients = each(*flat, x, y)
        return [g.flatten(1).norm(dim=1) for g in gradients]

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = norms()
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    check("W3.norms", found[0].numpy())
    report("W3", norms, 1, 5, 0)
    print(f'{{"workload": "W3 bytes", "seconds": {memory}}}')


def w4():
    layers, (x, y) = parameters((784, 30, 10)), map(torch.from_numpy, samples((784, 30, 10), 16))
    flat = tuple(p for layer in layers for p in layer)

    def loss(w1, b1, w2, b2):
        a = torch.sigmoid(torch.nn.functional.linear(x, w1, b1))
        return 0.5 * ((torch.sigmoid(torch.nn.functional.linear(a, w2, b2)) - y) ** 2).sum() / len(x)

    report("W4", lambda: torch.autograd.gradcheck(loss, flat, eps=1e-5, atol=1e-6), 1, 1, 0)


{"W1": w1, "W2": w2, "W3": w3, "W4": w4}[sys.argv[2]]()
