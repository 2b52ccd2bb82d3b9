"""Notebooks through nbconvert --execute, as a user runs it: execute.py FOLDER NOTEBOOK..."""
import subprocess
import sys

folder, *notebooks = sys.argv[1:]
command = [sys.executable, "-m", "nbconvert", "--execute", "--to", "notebook", "--output-dir", folder, *notebooks]
sys.exit(subprocess.run(command).returncode)
