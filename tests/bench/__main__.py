"""Run every bench in its own process and print what it found: `make bench`."""

import subprocess
import sys
from pathlib import Path

LONG = {"bench_sale": ["--large", "--sustained", "60"]}


def main() -> int:
    """Run the benches in order of name; the exit code is that of the worst."""
    worst = 0
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        print(f"== {path.stem}", flush=True)
        command = [sys.executable, "-m", f"tests.bench.{path.stem}", *LONG.get(path.stem, [])]
        worst = max(worst, subprocess.run(command, check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
