#!/usr/bin/env bash
# The study of the doctor, whole (minutes): what simulated students get wrong, and what the doctor says. Writes docs/mistakes.md.
#   benchmarks/doctor.sh [WORKSHEETS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p docs
dotnet build tests/Backprop.Teaching.Tests --configuration Release --verbosity quiet -nologo
BACKPROP_DOCTOR_STUDY="$PWD/docs/mistakes.md" BACKPROP_DOCTOR_WORKSHEETS="${1:-200}" \
  dotnet test --no-build --configuration Release tests/Backprop.Teaching.Tests --filter "FullyQualifiedName~DoctorStudyTests.The_whole_study"
sed -n '5,17p' docs/mistakes.md
