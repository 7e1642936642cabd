"""Build what the running app and qmllint read but nobody writes by hand.

- `resources/i18n/*.ts` -> `*.qm` beside it (translations the app loads);
- the Python classes that QML sees -> `build/qml/<import>/{qmldir,types.qmltypes}` (tells qmllint a
  view model's members; the app itself never reads these).

Only what is older than its sources is built. Usage: `python packaging/compile_resources.py`
"""

import ast
import importlib
import inspect
import json
import pkgutil
import shutil
import subprocess
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import PySide6
from PySide6.QtCore import QByteArray, QMetaEnum, QMetaMethod, QMetaObject, QMetaProperty, QObject

import app.hardware
import app.ui

SCRIPT = Path(__file__)
ROOT = SCRIPT.parent.parent
APP = ROOT / "app"
TOOLS = Path(sys.executable).parent
TYPES = ROOT / "build" / "qml"
Kind = QMetaMethod.MethodType
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
            # A running program has the old file mapped: writing into it would kill the program.
            fresh = target.with_suffix(".qm.new")
            run("pyside6-lrelease", "-silent", source, "-qm", fresh)
            fresh.replace(target)


def python_types() -> dict[str, list[type[QObject]]]:
    """Import the layers that speak Qt; return their QObject classes by QML import name.

    Classes outside any QML import, such as shared bases, are under the empty name. The classes are
    asked, not their sources read, since view models make properties while a class is created.
    """
    found: dict[str, list[type[QObject]]] = defaultdict(list)
    for layer in (app.ui, app.hardware):
        for entry in pkgutil.walk_packages(layer.__path__, f"{layer.__name__}."):
            module = importlib.import_module(entry.name)
            for member in vars(module).values():
                if not isinstance(member, type) or not issubclass(member, QObject):
                    continue
                if member.__module__ == module.__name__:
                    found[getattr(module, "QML_IMPORT_NAME", "")].append(member)
    return found


def describe_types() -> None:
    """Write the type description of every QML import that Python code declares."""
    sources = [path for layer in ("ui", "hardware") for path in (APP / layer).rglob("*.py")]
    if not is_older(TYPES / "stamp", [*sources, SCRIPT]):
        return
    shutil.rmtree(TYPES, ignore_errors=True)
    TYPES.mkdir(parents=True)
    types = python_types()
    shared = types.pop("", [])
    for name, members in types.items():
        write_module(name, [describe(member) for member in [*shared, *members]])
    (TYPES / "stamp").touch()


def describe(member: type[QObject]) -> dict[str, Any]:
    """Return what moc would write about a C++ class, read off a Python one's metaobject."""
    meta: QMetaObject = vars(member)["staticMetaObject"]
    methods = [meta.method(i) for i in range(meta.methodOffset(), meta.methodCount())]
    described = {
        "className": meta.className(),
        "qualifiedClassName": meta.className(),
        "object": True,
        "superClasses": [{"access": "public", "name": meta.superClass().className()}],
        "classInfos": [{"name": name, "value": value} for name, value in qml_infos(member)],
        "properties": [
            describe_property(meta.property(i), i - meta.propertyOffset())
            for i in range(meta.propertyOffset(), meta.propertyCount())
        ],
        "signals": [describe_method(m) for m in methods if m.methodType() == Kind.Signal],
        "slots": [describe_method(m) for m in methods if m.methodType() == Kind.Slot],
        "enums": [
            describe_enum(meta.enumerator(i))
            for i in range(meta.enumeratorOffset(), meta.enumeratorCount())
        ],
    }
    # Without the file it came from, the registrar forgets the base class.
    source = Path(inspect.getfile(member)).relative_to(ROOT).as_posix()
    return {"classes": [described], "outputRevision": 68, "inputFile": source}


def qml_infos(member: type[QObject]) -> Iterator[tuple[str, str]]:
    """Yield what the class's QML decorators say, which PySide keeps out of its metaobject."""
    source = ast.parse(textwrap.dedent(inspect.getsource(member))).body[0]
    for decorator in getattr(source, "decorator_list", ()):
        match decorator:
            case ast.Name(id="QmlElement"):
                yield "QML.Element", "auto"
            case ast.Name(id="QmlAnonymous"):
                yield "QML.Element", "anonymous"
            case ast.Name(id="QmlSingleton"):
                yield "QML.Singleton", "true"
            case ast.Call(func=ast.Name(id="QmlNamedElement"), args=[ast.Constant(value=name)]):
                yield "QML.Element", str(name)
            case ast.Call(func=ast.Name(id="QmlUncreatable"), args=[ast.Constant(value=reason)]):
                yield "QML.Creatable", "false"
                yield "QML.UncreatableReason", str(reason)
            case _:
                pass


def describe_property(found: QMetaProperty, index: int) -> dict[str, Any]:
    """Return a property as moc writes it."""
    entry: dict[str, Any] = {
        "name": found.name(),
        "type": qml_type(text(found.typeName())),
        "index": index,
        "read": found.name(),
        "constant": found.isConstant(),
        "required": found.isRequired(),
    }
    if found.hasNotifySignal():
        entry["notify"] = text(found.notifySignal().name())
    if found.isWritable():
        entry["write"] = found.name()
    return entry


def describe_method(found: QMetaMethod) -> dict[str, Any]:
    """Return a signal or slot as moc writes it."""
    names = [text(name) for name in found.parameterNames()]
    kinds = [qml_type(text(kind)) for kind in found.parameterTypes()]
    return {
        "access": "public",
        "name": text(found.name()),
        "returnType": qml_type(text(found.typeName()) or "void"),
        "arguments": [
            {"name": name or f"a{i}", "type": kind}
            for i, (name, kind) in enumerate(zip(names, kinds, strict=True), start=1)
        ],
    }


def describe_enum(found: QMetaEnum) -> dict[str, Any]:
    """Return an enumeration as moc writes it."""
    return {
        "name": found.name(),
        "isClass": found.isScoped(),
        "isFlag": found.isFlag(),
        "type": "int",
        "values": [found.key(i) for i in range(found.keyCount())],
    }


def qml_type(name: str) -> str:
    """Return the C++ type that QML takes a type name for: any Python object is a `var`."""
    return "QVariant" if name in {"PyObject", "object"} else name


def text(value: QByteArray | bytes | bytearray | memoryview | str) -> str:
    """Return a name that Qt handed over in one of its kinds of bytes."""
    if isinstance(value, QByteArray):
        value = value.data()
    return value if isinstance(value, str) else bytes(value).decode()


def write_module(name: str, entries: list[dict[str, Any]]) -> None:
    """Write `qmldir` and `types.qmltypes` of the QML import `name`."""
    folder = TYPES.joinpath(*name.split("."))
    folder.mkdir(parents=True)
    dump = folder / "types.json"
    dump.write_text(json.dumps(entries), "utf-8")
    metatypes = Path(PySide6.__path__[0]) / "Qt" / "metatypes"
    foreign = ",".join(str(metatypes / f"qt6{module}_metatypes.json") for module in FOREIGN)
    run(
        "pyside6-qmltyperegistrar",
        *("--generate-qmltypes", folder / "types.qmltypes", "-o", folder / "types.cpp"),
        *("--import-name", name, "--major-version", "1", "--minor-version", "0"),
        f"--foreign-types={foreign}",
        dump,
    )
    (folder / "qmldir").write_text(
        f"module {name}\ntypeinfo types.qmltypes\ndepends QtQuick\n", "utf-8"
    )


if __name__ == "__main__":
    compile_translations()
    describe_types()
