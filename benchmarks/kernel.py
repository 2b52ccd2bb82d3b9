"""The C# kernel beside ipykernel + numpy: equivalent cells, in turns, medians and ranges."""
import os
import platform
import statistics
import subprocess
import sys
import time

import nbformat
import zmq
from jupyter_client import KernelManager
from jupyter_client.session import Session
from nbclient import NotebookClient

CSHARP = [
    "var m = Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } });\nvar v = Vector<double>.Build.Dense(new[] { 1.0, 2.0 });\nm * v",
    "1 + 1",
    "double Square(double t) => t * t;\nSquare(3)",
    "m.Solve(v)",
    'for (var i = 0; i < 3; i++) Console.WriteLine($"line {i}");',
    "class Point { public double X, Y; }\nvar p = new Point { X = 1, Y = 2 };\np.X + p.Y",
    "Enumerable.Range(1, 10).Select(i => i * i).Sum()",
    "m.Transpose() * m",
    "m.Svd().S",
    "v.PointwiseMultiply(v).Sum()",
]
PYTHON = [
    "import numpy as np\nm = np.array([[1.0, 2.0], [3.0, 4.0]])\nv = np.array([1.0, 2.0])\nm @ v",
    "1 + 1",
    "def square(t): return t * t\nsquare(3)",
    "np.linalg.solve(m, v)",
    "for i in range(3): print(f'line {i}')",
    "class Point:\n    def __init__(self, x, y): self.x, self.y = x, y\np = Point(1, 2)\np.x + p.y",
    "sum(i * i for i in range(1, 11))",
    "m.T @ m",
    "np.linalg.svd(m)[1]",
    "(v * v).sum()",
]
KERNELS = {"backprop-csharp": CSHARP, "python3": PYTHON}
# what a lesson begins with, and what a Python user would write for it: no library explains there, so a cell computes and formats one line
LESSON_CSHARP = [
    '#r "nuget: Backprop.Teaching"\nusing Backprop.Teaching;\nusing static Backprop.Teaching.Lesson;\nusing MathNet.Numerics.LinearAlgebra;',
    "var trace = Backpropagation.Run(Examples.TwoOutputs);\ntrace",
    "trace.Layer(2).WeightGradient[0, 0].Explain()",
    "trace.NetworkDiagram()",
]
LESSON_PYTHON = [
    "import numpy as np\nfrom IPython.display import HTML, Latex, display",
    """W1 = np.array([[0.1, 0.2, -0.3], [0.4, -0.5, 0.6], [-0.7, 0.8, 0.9], [0.2, -0.1, 0.5]]); b1 = np.array([0.1, -0.2, 0.3, 0])
W2 = np.array([[0.3, -0.4, 0.5, 0.6], [-0.2, 0.7, 0.1, -0.8]]); b2 = np.array([0.2, -0.1])
x = np.array([0.5, -0.1, 0.8]); y = np.array([1.0, 0.0])
z1 = W1 @ x + b1; a1 = 1 / (1 + np.exp(-z1)); z2 = W2 @ a1 + b2; a2 = 1 / (1 + np.exp(-z2))
delta2 = (a2 - y) * a2 * (1 - a2); dW2 = np.outer(delta2, a1); delta1 = (W2.T @ delta2) * a1 * (1 - a1); dW1 = np.outer(delta1, x)
quantities = {'z1': z1, 'a1': a1, 'z2': z2, 'a2': a2, 'delta2': delta2, 'dW2': dW2, 'delta1': delta1, 'dW1': dW1}
HTML('<table>' + ''.join(f'<tr><th>{name}</th><td>{value}</td></tr>' for name, value in quantities.items()) + '</table>')""",
    "Latex(rf'$\\Delta W_{{00}} = \\delta_0 a_0 = {delta2[0]:.4g} \\cdot {a1[0]:.4g} = {dW2[0, 0]:.4g}$')",
    """nodes = [(layer, unit) for layer, units in enumerate((3, 4, 2)) for unit in range(units)]
edges = [(a, b) for a in nodes for b in nodes if b[0] == a[0] + 1]
lines = [{'type': 'scatter', 'mode': 'lines', 'x': [a[0], b[0]], 'y': [a[1], b[1]]} for a, b in edges]
points = {'type': 'scatter', 'mode': 'markers+text', 'x': [n[0] for n in nodes], 'y': [n[1] for n in nodes], 'text': [f'{v:.3g}' for v in np.concatenate([x, a1, a2])]}
display({'application/vnd.plotly.v1+json': {'data': lines + [points], 'layout': {}}, 'text/plain': 'the network'}, raw=True)""",
]
LESSONS = {"backprop-csharp": LESSON_CSHARP, "python3": LESSON_PYTHON}
LESSON_ROWS = ["imports", "first trace displayed", "first explanation of a number", "first figure, the network"]
READING = 1.5
ROWS = [
    ("ready", "process start to kernel_info_reply, ms"),
    ("first", "process start to first result (linear algebra), ms"),
    ("further", "each further cell, median of nine, ms"),
    ("total", "process start to the tenth result, ms"),
    ("memory", "peak memory after ten cells, MiB"),
    ("notebook", "the ten cells as a notebook by nbclient, ms"),
]


def raw(name, codes, reading=0.0):
    """One kernel through bare sockets that reconnect quickly, so that waiting for a port costs the same few ms for both."""
    manager = KernelManager(kernel_name=name)
    began = time.perf_counter()
    manager.start_kernel()
    info = manager.get_connection_info()
    session = Session(key=info["key"], signature_scheme=info["signature_scheme"])
    context = zmq.Context.instance()
    shell, iopub = context.socket(zmq.DEALER), context.socket(zmq.SUB)
    for socket in (shell, iopub):
        socket.linger = 0
        socket.reconnect_ivl = 5
    iopub.subscribe(b"")
    iopub.connect(f"tcp://127.0.0.1:{info['iopub_port']}")
    shell.connect(f"tcp://127.0.0.1:{info['shell_port']}")

    def ask(kind, content):
        session.send(shell, kind, content)
        while True:
            assert shell.poll(60_000), "no reply"
            _, message = session.recv(shell)
            if message["msg_type"] == kind.replace("request", "reply"):
                return message["content"]

    figures = {}
    try:
        ask("kernel_info_request", {})
        figures["ready"] = time.perf_counter() - began
        cells = []
        for code in codes:
            time.sleep(reading)
            sent = time.perf_counter()
            reply = ask("execute_request", {"code": code, "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": True, "user_expressions": {}})
            assert reply["status"] == "ok", reply
            cells.append(time.perf_counter() - sent)
            if len(cells) == 1:
                figures["first"] = time.perf_counter() - began
        figures["cells"] = cells
        figures["further"] = statistics.median(cells[1:])
        figures["total"] = time.perf_counter() - began
        with open(f"/proc/{manager.provisioner.pid}/status") as status:
            figures["memory"] = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024 / 1000  # MiB; the table multiplies by 1000
    finally:
        shell.close()
        iopub.close()
        manager.shutdown_kernel(now=True)
    return figures


def by_nbclient(name):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in KERNELS[name]])
    began = time.perf_counter()
    NotebookClient(notebook, kernel_name=name, timeout=120).execute()
    return time.perf_counter() - began


def version(package):
    return subprocess.run([sys.executable, "-c", f"import {package}; print({package}.__version__)"], capture_output=True, text=True, check=True).stdout.strip()


def main(rounds, path):
    figures = {name: {row: [] for row, _ in ROWS} for name in KERNELS}
    lessons = {(name, reading): [] for name in KERNELS for reading in (0.0, READING)}
    for number in range(-1, rounds):
        for name in KERNELS:
            measured = raw(name, KERNELS[name])
            measured["notebook"] = by_nbclient(name)
            for reading in (0.0, READING):
                cells = raw(name, LESSONS[name], reading)["cells"]
                if number >= 0:
                    lessons[name, reading].append([1000 * cell for cell in cells])
            # the first round only fills the caches of the disk
            if number >= 0:
                for row, _ in ROWS:
                    figures[name][row].append(1000 * measured[row])
        print(f"round {number + 1} of {rounds}", flush=True)

    def cell(name, row):
        return spread(figures[name][row])

    def spread(values):
        return f"{statistics.median(values):.0f} ({min(values):.0f} to {max(values):.0f})"

    lines = [
        "# The kernel beside ipykernel",
        "",
        f"Made by `benchmarks/kernel.sh`: {rounds} rounds, both kernels in turns within one run; median (range). "
        "The cells do equivalent work, not the same work.",
        "The C# kernel is the installed one, made ready to run by `dotnet publish`; the first cell is sent at once after kernel_info.",
        "",
        f"Machine: {os.cpu_count()} cores, {platform.system()} {platform.machine()}; .NET {subprocess.run(['dotnet', '--version'], capture_output=True, text=True).stdout.strip()} (SDK), "
        f"Python {platform.python_version()}, ipykernel {version('ipykernel')}, numpy {version('numpy')}, nbclient {version('nbclient')}; "
        f"load average at the end {os.getloadavg()[0]:.1f}.",
        "",
        "| | C# (Backprop) | ipykernel + numpy | ratio of medians |",
        "|---|---|---|---|",
    ]
    for row, title in ROWS:
        ours, theirs = (statistics.median(figures[name][row]) for name in KERNELS)
        lines.append(f"| {title} | {cell('backprop-csharp', row)} | {cell('python3', row)} | {ours / theirs:.2f} |")
    lines += [
        "",
        "## The first cells of a lesson",
        "",
        "From sending a cell to its reply, ms, in a fresh kernel. At once: each is sent when the one before it has ended, the first with kernel_info. "
        f"Read: {READING} s pass before each, as if somebody read; our kernel warms up in that time. "
        "In C#: the usings, `Backpropagation.Run(Examples.TwoOutputs)` displayed as text and HTML, `.Explain()` of one weight's gradient, `NetworkDiagram()` as SVG and Plotly JSON. "
        "In Python: `import numpy`, the same pass of the same net written by hand and shown as one HTML table, one gradient as a line of LaTeX, the network's points and lines as Plotly JSON without the plotly library. "
        "Their cells show far less than ours do.",
        "",
        "| | C# at once | Python at once | C#, read | Python, read |",
        "|---|---|---|---|---|",
    ]
    for row, title in enumerate(LESSON_ROWS):
        lines.append(f"| {title} | " + " | ".join(spread([cells[row] for cells in lessons[name, reading]]) for reading in (0.0, READING) for name in KERNELS) + " |")
    text = "\n".join(lines) + "\n"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
