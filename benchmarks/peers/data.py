"""The numbers of all workloads, as raw float64 files, so that every program calculates with the same ones."""
import sys
import numpy as np

folder = sys.argv[1]
random = np.random.default_rng(20261124)


def save(name, values):
    np.ascontiguousarray(values, dtype=np.float64).tofile(f"{folder}/{name}.bin")


def network(name, sizes):
    for l in range(1, len(sizes)):
        reach = np.sqrt(6 / (sizes[l - 1] + sizes[l]))
        save(f"{name}.W{l}", random.uniform(-reach, reach, (sizes[l], sizes[l - 1])))
        save(f"{name}.b{l}", random.uniform(-0.1, 0.1, sizes[l]))


for sizes in [(3, 4, 2), (5, 8, 8, 3), (784, 30, 10), (784, 128, 64, 10), (784, 128, 10)]:
    network("-".join(map(str, sizes)), sizes)
for width in (2, 3, 5):
    save(f"small.{width}", random.uniform(0, 1, (32, width)))
save("digits.x", random.uniform(0, 1, (10000, 784)))
save("digits.y", np.eye(10)[random.integers(0, 10, 10000)])


def permutation(count, seed=0):
    """The order in which a training with that seed takes its samples in the first epoch (SplitMix64, Fisher and Yates)."""
    mask = (1 << 64) - 1
    state, order = seed & mask, [0] * count
    for i in range(count):
        state = (state + 0x9E3779B97F4A7C15) & mask
        bits = state
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & mask
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & mask
        bits ^= bits >> 31
        other = int((bits >> 11) * (1.0 / (1 << 53)) * (i + 1))
        order[i] = order[other]
        order[other] = i
    return order


save("ours.order", permutation(10000))
