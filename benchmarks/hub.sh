#!/usr/bin/env bash
# A class at once: a JupyterHub on the loopback interface, N users, each runs the first lesson; writes the figures to HUB.md.
# Usage: benchmarks/hub.sh [USERS]. Needs Debian's jupyterhub and jupyter-notebook (or the same from elsewhere on the path).
set -euo pipefail
cd "$(dirname "$0")/.."
users=${1:-5}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
command -v jupyterhub > /dev/null || { echo "jupyterhub is not here (Debian: jupyterhub jupyter-notebook)"; exit 2; }
folder=$(mktemp -d)
hub=
finish() { [ -z "$hub" ] || { kill "$hub" 2> /dev/null || true; wait "$hub" 2> /dev/null || true; }; rm -rf "$folder"; }
trap finish EXIT

export XDG_DATA_HOME="$folder/data" JUPYTER_PATH="$folder/prefix/share/jupyter"
dotnet publish src/Backprop.Teaching.Cli --configuration Release --output artifacts/test-kernel --verbosity quiet
dotnet artifacts/test-kernel/backprop.dll kernel install --sys-prefix "$folder/prefix"
lesson=$(ls notebooks/01*.ipynb 2> /dev/null || echo tests/Backprop.Teaching.Notebooks.Tests/Documents/sample.ipynb)

python=/usr/bin/python3
[ -x "$python" ] || python=python3
read -r port api proxy < <("$python" -c 'import socket
held = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
print(*(each.getsockname()[1] for each in held))')
export HUB_FOLDER="$folder" HUB_CONFIG="$PWD/deploy/jupyterhub/jupyterhub_config.py" HUB_URL="http://127.0.0.1:$port" HUB_API_URL="http://127.0.0.1:$api" HUB_PROXY_URL="http://127.0.0.1:$proxy"
HUB_TOKEN=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
CONFIGPROXY_AUTH_TOKEN=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
export HUB_TOKEN CONFIGPROXY_AUTH_TOKEN
# Debian's proxy looks for its modules where Debian's own node looks
export NODE_PATH=/usr/share/nodejs
for ((i = 0; i < users; i++)); do mkdir -p "$folder/students/student-$i"; done
jupyterhub --config benchmarks/hub_config.py > "$folder/hub.log" 2>&1 &
hub=$!
"$python" benchmarks/hub.py "$users" "$lesson" "$hub" benchmarks/HUB.md || { tail -20 "$folder/hub.log" >&2; exit 1; }
