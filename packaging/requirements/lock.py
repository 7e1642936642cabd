"""Write run.txt, hub.txt and dev.txt: the exact version of everything each of them needs.

Reads what pyproject.toml asks for and follows it through the packages installed in the environment
that runs this script, so the pins are a set that was really installed and tested together.

Usage, in an environment where `pip install -e .[station,hub,dev]` has just been done::

    python packaging/requirements/lock.py
"""

import tomllib
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent / "pyproject.toml"
EXTRAS = {"run": ("station",), "hub": ("hub",), "dev": ("station", "hub", "dev")}


def closure(wanted: Iterable[str]) -> dict[str, str]:
    """Return name -> version of every installed package that `wanted` needs, directly or not."""
    pins: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    queue = [Requirement(line) for line in wanted]
    while queue:
        requirement = queue.pop()
        found = distribution(requirement.name)
        pins[canonicalize_name(requirement.name)] = found.version
        for extra in ("", *requirement.extras):
            if (requirement.name, extra) in seen:
                continue
            seen.add((requirement.name, extra))
            for line in found.requires or ():
                needed = Requirement(line)
                if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                    queue.append(needed)
    return pins


def main() -> None:
    """Rewrite the three files beside this script."""
    declared = tomllib.loads(PROJECT.read_text("utf-8"))
    project = declared["project"]
    for name, extras in EXTRAS.items():
        wanted = [*declared["build-system"]["requires"], *project["dependencies"]]
        for extra in extras:
            wanted += project["optional-dependencies"][extra]
        pins = closure(wanted)
        lines = [
            "# Written by lock.py from pyproject.toml; edit that file, not this one.",
            *(f"{package}=={pins[package]}" for package in sorted(pins)),
        ]
        (HERE / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{name}.txt: {len(pins)} packages")


if __name__ == "__main__":
    main()
