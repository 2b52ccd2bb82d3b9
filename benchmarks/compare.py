"""Runs the programs in turns, each pinned to one core, and writes RESULTS.md. Usage: compare.py FOLDER ROUNDS [WORKLOAD…]"""
import collections
import json
import math
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
folder, rounds = sys.argv[1], int(sys.argv[2])
wanted = sys.argv[3:] or ["limits", "W1", "W2", "threads", "W3", "W4", "growth"]
program = here.parent / "artifacts/bin/Backprop.Teaching.Benchmarks/release/Backprop.Teaching.Benchmarks.dll"
core = str(max(os.sched_getaffinity(0)))
# the environment of a user, without what this shell may have set for its BLAS
clean = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS")}
clean.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
best = "SkylakeX" if "avx512f" in open("/proc/cpuinfo").read() else "Haswell"


def ours(workload, **more):
    return "ours", ["dotnet", str(program), "compare", folder, workload], more


def peer(name, file, workload, **more):
    return name, ["/usr/bin/python3", str(here / "peers" / file), folder, workload], more


forced = {"OPENBLAS_CORETYPE": best}
programs = {
    "limits": [ours("limits")],
    "W1": [ours("W1"), peer("NumPy", "numpy_peer.py", "W1"), peer("PyTorch", "torch_peer.py", "W1")],
    "W2": [ours("W2"), ("ours, AVX2", ours("W2")[1], {"DOTNET_EnableAVX512": "0"}),
           peer("NumPy", "numpy_peer.py", "W2"), peer("NumPy, best kernel", "numpy_peer.py", "W2", **forced),
           peer("PyTorch", "torch_peer.py", "W2"), peer("PyTorch, best kernel", "torch_peer.py", "W2", **forced), peer("scikit-learn", "sklearn_peer.py", "W2")],
    "threads": [ours("threads")],
    "W3": [ours("W3"), peer("PyTorch", "torch_peer.py", "W3")],
    "W4": [ours("W4"), peer("NumPy", "numpy_peer.py", "W4"), peer("PyTorch", "torch_peer.py", "W4")],
    "growth": [ours("growth")],
}
found = collections.defaultdict(list)
raw = here / "raw"
raw.mkdir(exist_ok=True)
for workload in wanted:
    with open(raw / f"{workload}.jsonl", "w") as lines:
        for turn in range(rounds):
            for name, command, more in programs[workload]:
                pinned = [] if workload == "threads" else ["taskset", "-c", core]
                run = subprocess.run([*pinned, *command], env={**clean, **more}, stdout=subprocess.PIPE, text=True)
                if run.returncode != 0:
                    sys.exit(f"{name} {workload}: exit code {run.returncode}")
                for line in run.stdout.splitlines():
                    lines.write(json.dumps({"round": turn, "program": name, **json.loads(line)}) + "\n")


# the tables are made from the raw output of all workloads, also of earlier runs
for file in sorted(raw.glob("*.jsonl")):
    for line in open(file):
        entry = json.loads(line)
        found[entry["program"], entry["workload"]].append(entry["seconds"])
value = {key: statistics.median(values) for key, values in found.items()}


def kernel(**more):
    code = "import ctypes, numpy; f = ctypes.CDLL('libopenblas.so.0').openblas_get_corename; f.restype = ctypes.c_char_p; print(f().decode())"
    return subprocess.run(["/usr/bin/python3", "-c", code], env={**clean, **more}, stdout=subprocess.PIPE, text=True).stdout.strip()


def version(module):
    return subprocess.run(["/usr/bin/python3", "-c", f"import {module}; print({module}.__version__)"], stdout=subprocess.PIPE, text=True).stdout.strip()


def amount(seconds):
    return f"{seconds * 1e6:.3g} µs" if seconds < 1e-3 else f"{seconds * 1e3:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"


text = []
missed = []
margins = []


def mark(label, ratio, least):
    margins.append((ratio / least, f"{label}: {ratio:.3g}× beside a mark of {least}×"))
    if ratio < least:
        missed.append(f"{label}: {ratio:.3g}× beside a mark of {least}×")
    return f"{ratio:.3g}× ({'reached' if ratio >= least else 'missed'}: {least}×)"


def table(header, rows):
    text.extend(["| " + " | ".join(header) + " |", "|" + "---|" * len(header)])
    text.extend("| " + " | ".join(row) + " |" for row in rows)
    text.append("")


cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
dotnet = subprocess.run(["dotnet", "--list-runtimes"], stdout=subprocess.PIPE, text=True).stdout.split("Microsoft.NETCore.App ")[-1].split()[0]
peak, peak256 = value.get(("ours", "limit FMA 512"), float("nan")), value.get(("ours", "limit FMA 256"), float("nan"))
text.append(f"""# Backprop.Teaching beside NumPy, PyTorch and MathNet

Made by `benchmarks/compare.sh {rounds}`: all programs in turns, pinned to one core but for the two threads, float64; medians over the rounds, whose values are in `raw/`. Before it is timed each
peer checks that its numbers are ours. The machine is a shared virtual one: ratios within 10 % mean nothing.

{cpu}, {os.cpu_count()} cores; .NET {dotnet}; NumPy {version('numpy')}, PyTorch {version('torch')}, scikit-learn {version('sklearn')}; OpenBLAS kernel as installed {kernel()}, best {kernel(**forced)};
load average at the end {os.getloadavg()[0]:.1f}. Limits of one core: {peak / 1e9:.1f} GFLOP/s at 512 bit, {peak256 / 1e9:.1f} at 256 bit; reading {", ".join(f"{value.get(('ours', f'limit read {k} KiB'), float('nan')) / 1e9:.0f} GB/s from {k} KiB" for k in (32, 512, 16384, 262144))}.
""")

if ("PyTorch", "W1 3-4-2 m=1") in value:
    text.append("""## W1: all intermediates of one forward and backward pass

*Written out* is the plan with every entry of every sample's ΔW, the sums and the means copied to arrays one by one, as the peers have them; otherwise ΔW stays δ aᵀ.
The marks are taken for the plan and for the default call.
""")
    rows = []
    for net in ("3-4-2", "5-8-8-3"):
        for m in (1, 4, 32):
            name = f"{net} m={m}"
            peers = [value["NumPy", f"W1 {name}"], value["PyTorch", f"W1 {name}"], value["ours", f"W1 MathNet {name}"]]
            for kind, label, marks in (("plan", "plan", (50, 150, 5) if m <= 4 else (20, 60, 15)), ("default", "default call", (30, 100, 2) if m <= 4 else (15, 50, 10)), ("plan, all ΔW and means written out", "plan, written out", None)):
                mine = value["ours", f"W1 {kind} {name}"]
                rows.append([name, label, amount(mine)] + [
                    (mark(f"W1 {label} {name} beside {who}", other / mine, least) if marks else f"{other / mine:.3g}×")
                    for who, other, least in zip(("NumPy", "PyTorch", "MathNet"), peers, marks or (0, 0, 0))])
    table(["net", "ours", "time", "NumPy", "PyTorch retain_grad", "MathNet batch"], rows)

if ("PyTorch", "W2 784-30-10 batch 10") in value:
    text.append("## W2: one epoch of 10,000 samples, loss as the mean met on the way\n")
    rows = []
    for net, sizes, limit in (("784-30-10", (784, 30, 10), 2.2), ("784-128-64-10", (784, 128, 64, 10), 1.6)):
        work = 2 * 10000 * (2 * sum(a * b for a, b in zip(sizes, sizes[1:])) + sum(a * b for a, b in zip(sizes[1:], sizes[2:])))
        for batch in (10, 128):
            name = f"W2 {net} batch {batch}"
            mine = value["ours", name]
            over = mine / (work / peak)
            if over > limit:
                missed.append(f"{name}: {over:.2f}× its FLOP limit beside a mark of {limit}×")
            rows.append([f"{net}, {batch}", amount(mine), amount(value["ours, AVX2", name]), amount(value["ours", name.replace("W2", "W2 measured on all samples")]),
                         mark(name + " beside NumPy, best kernel", value["NumPy, best kernel", name] / mine, 1.3), f"{value['NumPy', name] / mine:.3g}×",
                         mark(name + " beside PyTorch, best kernel", value["PyTorch, best kernel", name] / mine, 1.4), mark(name + " beside PyTorch as installed", value["PyTorch", name] / mine, 2), f"{value['scikit-learn', name] / mine:.3g}×",
                         f"{over:.2f}× ({'reached' if over <= limit else 'missed'}: {limit}×)"])
    table(["net, batch", "ours", "AVX2 only", "with loss and norms on all samples", "NumPy, best kernel", "NumPy as installed", "PyTorch, best kernel", "PyTorch as installed", "scikit-learn", "over the FLOP limit"], rows)

shared = [name[10:] for who, name in value if name.startswith("threads 1 ")]
if shared:
    text.append("### The same epochs on two threads, on two cores\n\nThe bits are the same. The two cores are virtual: how near each other they are, the machine does not say, and it changes.\n")
    table(["net, batch", "one thread", "two threads", "ratio"], [
        [name.replace(" batch", ","), amount(value["ours", f"threads 1 {name}"]), amount(value["ours", f"threads 2 {name}"]), f"{value['ours', f'threads 1 {name}'] / value['ours', f'threads 2 {name}']:.2f}×"] for name in shared])

if ("PyTorch", "W3") in value:
    mine, limit = value["ours", "W3"], 2 * 512 * (784 * 128 + 2 * 128 * 10) / peak
    if mine / limit > 1.5:
        missed.append(f"W3: {mine / limit:.2f}× its limit beside a mark of 1.5×")
    text.append("## W3: δ, a and all gradient norms of 512 samples of 784-128-10\n")
    table(["", "time", "ratio"], [
        ["ours, plan, all norms", amount(mine), f"{mine / limit:.2f}× the limit ({'reached' if mine / limit <= 1.5 else 'missed'}: 1.5×)"],
        ["ours, plan, and the sums of the gradients", amount(value["ours", "W3 with the sums"]), ""],
        ["ours, default call", amount(value["ours", "W3 default call"]), ""],
        ["functorch vmap(grad)", amount(value["PyTorch", "W3"]), mark("W3 time", value["PyTorch", "W3"] / mine, 100)],
        ["memory: ours, functorch", f"{value['ours', 'W3 bytes'] / 1e6:.1f} MB, {value['PyTorch', 'W3 bytes'] / 1e6:.0f} MB", mark("W3 memory", value["PyTorch", "W3 bytes"] / value["ours", "W3 bytes"], 30)]])

if ("PyTorch", "W4") in value:
    mine = value["ours", "W4"]
    text.append("## W4: central differences for all 23,860 parameters of 784-30-10, 16 samples\n")
    table(["", "time", "ratio"], [
        ["ours, all quotients", amount(mine), ""],
        ["ours, the whole report of the gradient check", amount(value["ours", "W4 whole report"]), ""],
        ["torch gradcheck", amount(value["PyTorch", "W4"]), mark("W4 beside gradcheck", value["PyTorch", "W4"] / mine, 200)],
        ["NumPy, two passes for each parameter", amount(value["NumPy", "W4"]), mark("W4 beside NumPy", value["NumPy", "W4"] / mine, 120)],
        ["ours, two passes for each parameter", amount(value["ours", "W4 naive"]), mark("W4 beside our naive way", value["ours", "W4 naive"] / mine, 30)]])

growth = [(name[7:], seconds) for (who, name), seconds in value.items() if name.startswith("growth") and "bytes" not in name]
if growth:
    size = {name: int(name.split()[-1]) * (8192 if "samples" in name else 64) for name, _ in growth}
    text.append("## Growth: forward, backward and all sums, reused plan\n\n![Time over samples times weights, both logarithmic, beside the line of slope 1: circles for more samples, squares for more weights.](growth.svg)\n")
    table(["", "time", "per sample and weight", "bytes of a trace over its numbers"], [
        [name, amount(seconds), f"{seconds / size[name] * 1e12:.1f} ps", f"{value['ours', 'growth bytes of a trace over its numbers, ' + name]:.2f}"] for name, seconds in growth])
    across, up = (lambda n: 60 + 90 * (math.log10(n) - 4)), (lambda s: 330 - 70 * (math.log10(s) + 6))
    slope = statistics.median(seconds / size[name] for name, seconds in growth)
    drawing = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 370" font-family="sans-serif" font-size="11"><title>Time over samples times weights</title><rect width="500" height="370" fill="white"/>']
    drawing += [f'<line x1="{across(10 ** n):.0f}" x2="{across(10 ** n):.0f}" y1="40" y2="330" stroke="#ddd"/><text x="{across(10 ** n):.0f}" y="345" text-anchor="middle">1e{n}</text>' for n in range(4, 9)]
    drawing += [f'<line x1="60" x2="440" y1="{up(10 ** n):.0f}" y2="{up(10 ** n):.0f}" stroke="#ddd"/><text x="55" y="{up(10 ** n) + 4:.0f}" text-anchor="end">{label}</text>' for n, label in ((-6, "1 µs"), (-5, "10 µs"), (-4, "100 µs"), (-3, "1 ms"), (-2, "10 ms"))]
    drawing.append(f'<line x1="{across(4e4):.0f}" y1="{up(4e4 * slope):.0f}" x2="{across(1.5e8):.0f}" y2="{up(1.5e8 * slope):.0f}" stroke="#888" stroke-dasharray="4 3"/>')
    for name, seconds in growth:
        x, y = across(size[name]), up(seconds)
        drawing.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#0b5fa5"/>' if "samples" in name else f'<rect x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10" fill="none" stroke="#b3400e" stroke-width="2"/>')
    drawing.append('<text x="250" y="362" text-anchor="middle">samples × weights</text><text x="70" y="30">● more samples (64-64-64)   □ more weights (64 samples)   - - slope 1</text></svg>')
    (here / "growth.svg").write_text("\n".join(drawing) + "\n")

text.append("## Marks that were missed\n\n" + ("\n".join("- " + each for each in missed) if missed else "None.") + "\n")
if margins:
    text.append(f"The weakest case: {min(margins)[1]}.\n")
# what the other scripts here measured, each in a run of its own
for name, script, title in (("KERNEL.md", "kernel.sh", "The first cells of a notebook"), ("COLD.md", "cold.sh", "Cold start of the installed tool"), ("HUB.md", "hub.sh", "A class on one machine")):
    if (here / name).exists():
        tables = "".join(line for line in open(here / name) if line.startswith("|") or not line.strip())
        text.append(f"## {title}\n\nOf [{name}]({name}), made by `benchmarks/{script}`, which says how.\n\n" + re.sub("\n\n+", "\n\n", tables).strip() + "\n")
text.append("""## Elsewhere

`dotnet run --configuration Release --project benchmarks/Backprop.Teaching.Benchmarks -- --filter '*'`: the micro level by BenchmarkDotNet.
""")
(here / "RESULTS.md").write_text("\n".join(text))
