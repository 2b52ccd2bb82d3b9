#!/usr/bin/env bash
# Cold start of the installed tool beside Python with NumPy, in turns within one run; writes COLD.md.
# Usage: benchmarks/cold.sh [ROUNDS]. Needs /usr/bin/python3 with numpy. Packs and installs the tool into a folder of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet pack src/Backprop.Teaching.Cli --configuration Release --output "$folder/packages" --verbosity quiet
dotnet tool install Backprop.Teaching.Cli --tool-path "$folder/tools" --add-source "$folder/packages" --verbosity quiet
/usr/bin/python3 benchmarks/cold.py "$folder/tools/backprop" "${1:-15}" benchmarks/COLD.md
