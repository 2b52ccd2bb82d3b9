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
ROWS = [
    ("ready", "process start to kernel_info_reply, ms"),
    ("first", "process start to first result (linear algebra), ms"),
    ("further", "each further cell, median of nine, ms"),
    ("total", "process start to the tenth result, ms"),
    ("memory", "peak memory after ten cells, MiB"),
    ("notebook", "the ten cells as a notebook by nbclient, ms"),
]


def raw(name):
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
        for code in KERNELS[name]:
            sent = time.perf_counter()
            reply = ask("execute_request", {"code": code, "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": True, "user_expressions": {}})
            assert reply["status"] == "ok", reply
            cells.append(time.perf_counter() - sent)
            if len(cells) == 1:
                figures["first"] = time.perf_counter() - began
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
    for number in range(-1, rounds):
        for name in KERNELS:
            measured = raw(name)
            measured["notebook"] = by_nbclient(name)
            # the first round only fills the caches of the disk
            if number >= 0:
                for row, value in measured.items():
                    figures[name][row].append(1000 * value)
        print(f"round {number + 1} of {rounds}", flush=True)

    def cell(name, row):
        values = figures[name][row]
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
    text = "\n".join(lines) + "\n"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
