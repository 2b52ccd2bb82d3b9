"""Whole processes, from start to exit, in turns: the installed command and what Python users start."""
import os
import platform
import statistics
import subprocess
import sys
import time

import numpy

EXAMPLE, SHEET = "data/examples/mazur-2-2-2.json", "data/sheets/mazur-updated-weights.txt"


def main(tool, rounds, path):
    commands = {
        f"`backprop trace {EXAMPLE}`": [tool, "trace", EXAMPLE],
        f"`backprop check {EXAMPLE} {SHEET}`": [tool, "check", EXAMPLE, SHEET],
        "`backprop --help`": [tool, "--help"],
        "`python3 -c pass`": [sys.executable, "-c", "pass"],
        "`python3 -c 'import numpy'`": [sys.executable, "-c", "import numpy"],
        "python3 + numpy, the same trace written by hand": [sys.executable, "benchmarks/peers/cold_trace.py", EXAMPLE],
    }
    times = {name: [] for name in commands}
    for number in range(-1, rounds):
        for name, command in commands.items():
            began = time.perf_counter()
            # the sheet has a mistake in it: check says so with exit code 1
            assert subprocess.run(command, stdout=subprocess.DEVNULL).returncode in (0, 1)
            # the first round only fills the caches of the disk
            if number >= 0:
                times[name].append(1000 * (time.perf_counter() - began))
    yardstick = statistics.median(times["`python3 -c 'import numpy'`"])
    lines = [
        "# Cold start",
        "",
        f"Made by `benchmarks/cold.sh`: {rounds} rounds in turns within one run, process start to exit, ms, median (range); files in the disk's cache. "
        "The tool is the one that `dotnet tool install` puts there from its package. The trace shows every quantity; the one written by hand shows z, a, δ, ΔW and the new weights.",
        "",
        f"Machine: {os.cpu_count()} cores, {platform.system()} {platform.machine()}; .NET {subprocess.run(['dotnet', '--version'], capture_output=True, text=True).stdout.strip()} (SDK), "
        f"Python {platform.python_version()}, numpy {numpy.__version__}; load average at the end {os.getloadavg()[0]:.1f}.",
        "",
        "| | ms | beside `import numpy` |",
        "|---|---|---|",
    ]
    for name, values in times.items():
        lines.append(f"| {name} | {statistics.median(values):.0f} ({min(values):.0f} to {max(values):.0f}) | {statistics.median(values) / yardstick:.2f} |")
    text = "\n".join(lines) + "\n"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
