#!/usr/bin/env bash
# Writes PublicApi.txt of every package from what the package shows now.
set -euo pipefail
cd "$(dirname "$0")/.."
UPDATE_PUBLIC_API=1 dotnet test tests/Packages.Tests --filter "FullyQualifiedName~PublicApiTests"
