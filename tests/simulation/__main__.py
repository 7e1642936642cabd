"""`python -m tests.simulation --seeds N`: long runs of the simulation, by hand."""

import argparse
import json
import sys
from collections.abc import Sequence

from tests.simulation.mutants import MUTANTS
from tests.simulation.running import Figures, kill, play, shops


def main(arguments: Sequence[str] | None = None) -> int:
    """Run seeds (or with --mutants the mutants); return 0 when nothing was found."""
    read = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    read.add_argument("--seeds", type=int, default=200, help="how many runs (default: 200)")
    read.add_argument("--first", type=int, default=1, help="the first seed (default: 1)")
    read.add_argument("--json", action="store_true", help="print one JSON object")
    read.add_argument("--mutants", action="store_true", help="break each rule, one at a time")
    read.add_argument("--trace", action="store_true", help="print every step of failing runs")
    asked = read.parse_args(arguments)
    seeds = range(asked.first, asked.first + asked.seeds)
    return _mutants(seeds, asked.json) if asked.mutants else _runs(seeds, asked)


def _runs(seeds: range, asked: argparse.Namespace) -> int:
    figures = Figures()
    with shops() as template:
        for seed in seeds:
            ended = play(seed, template)
            figures.add(ended)
            if ended.failure:
                print(f"seed {seed}: {ended.failure}", file=sys.stderr)
                if asked.trace:
                    print("\n".join(ended.trace), file=sys.stderr)
    print(json.dumps(figures.told(), indent=2) if asked.json else figures.text())
    return 1 if figures.failed else 0


def _mutants(seeds: range, as_json: bool) -> int:
    needed: dict[str, int] = {}
    with shops() as template:
        for one in MUTANTS:
            needed[one.name] = kill(one, seeds, template)
            if not as_json:
                runs = f"killed by run {needed[one.name]}" if needed[one.name] else "lives"
                print(f"rule {one.rule:2}  {one.name:55} {runs}", flush=True)
    killed = sum(1 for count in needed.values() if count)
    if as_json:
        print(json.dumps({"killed": killed, "of": len(MUTANTS), "seeds_needed": needed}, indent=2))
    else:
        print(f"{killed} of {len(MUTANTS)} killed")
    return 0 if killed == len(MUTANTS) else 1


if __name__ == "__main__":
    sys.exit(main())
