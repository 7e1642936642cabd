"""Build what the running app and qmllint read but nobody writes by hand.

- `resources/i18n/*.ts` -> `*.qm` beside it (translations the app loads);
- the Python classes that QML sees -> `build/qml/<import>/{qmldir,types.qmltypes}` (tells qmllint a
  view model's members; the app itself never reads these).

Only what is older than its sources is built. Usage: `python packaging/compile_resources.py`
"""

import ast
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import PySide6

ROOT = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent
TYPES = ROOT / "build" / "qml"
SCRIPTS = Path(__file__)
# The Qt modules whose classes our own derive from or hand to QML.
FOREIGN = ("core", "gui", "qml", "quick", "multimedia")


def run(tool: str, *arguments: str | Path) -> str:
    """Run a PySide6 tool of this environment; stop with its words if it fails."""
    done = subprocess.run([TOOLS / tool, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def is_older(target: Path, sources: Sequence[Path]) -> bool:
    """Tell whether `target` is missing or older than any of `sources`."""
    return not target.exists() or any(
        source.stat().st_mtime > target.stat().st_mtime for source in sources
    )


def compile_translations() -> None:
    """Build every translation that changed."""
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        target = source.with_suffix(".qm")
        if is_older(target, [source]):
            run("pyside6-lrelease", "-silent", source, "-qm", target)


def in_import_order(sources: Sequence[Path]) -> list[Path]:
    """Sort so that a base class comes before its subclasses, as the dumper needs it."""
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in sources}
    sorter = TopologicalSorter[str]()
    for name, path in modules.items():
        imported = {
            node.module
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.ImportFrom) and node.module
        }
        sorter.add(name, *sorted(imported & modules.keys()))
    return [modules[name] for name in sorter.static_order()]


def describe_types() -> None:
    """Write the type description of every QML import that Python code declares."""
    sources = [
        path
        for layer in ("ui", "hardware")
        for path in sorted((ROOT / "app" / layer).rglob("*.py"))
        if "PySide6" in path.read_text("utf-8")
    ]
    if not sources or not is_older(TYPES / "stamp", [*sources, SCRIPTS]):
        return
    TYPES.mkdir(parents=True, exist_ok=True)
    dumped = json.loads(run("pyside6-metaobjectdump", "--quiet", *in_import_order(sources)) or "[]")
    shared = [entry for entry in dumped if "QML_IMPORT_NAME" not in entry]
    imports: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in dumped:
        if "QML_IMPORT_NAME" in entry:
            imports[entry["QML_IMPORT_NAME"]].append(entry)
    for name, entries in imports.items():
        write_module(name, [*shared, *entries])
    (TYPES / "stamp").touch()


def write_module(name: str, entries: list[dict[str, Any]]) -> None:
    """Write `qmldir` and `types.qmltypes` of the QML import `name`."""
    folder = TYPES.joinpath(*name.split("."))
    folder.mkdir(parents=True, exist_ok=True)
    dump = folder / "types.json"
    dump.write_text(json.dumps(entries), "utf-8")
    metatypes = Path(PySide6.__path__[0]) / "Qt" / "metatypes"
    foreign = ",".join(str(metatypes / f"qt6{module}_metatypes.json") for module in FOREIGN)
    major = max(entry.get("QML_IMPORT_MAJOR_VERSION", 1) for entry in entries)
    run(
        "pyside6-qmltyperegistrar",
        *("--generate-qmltypes", folder / "types.qmltypes", "-o", folder / "types.cpp"),
        *("--import-name", name, "--major-version", str(major), "--minor-version", "0"),
        f"--foreign-types={foreign}",
        dump,
    )
    (folder / "qmldir").write_text(f"module {name}\ntypeinfo types.qmltypes\n", "utf-8")


if __name__ == "__main__":
    compile_translations()
    describe_types()
