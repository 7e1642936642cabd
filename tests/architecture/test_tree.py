"""The tree is what the README says, and nothing in it belongs to one machine."""

import re
from pathlib import Path

from tests.helpers.tree import ROOT, repository_files, texts

MAPPED = ("app", "resources", "tests", "packaging")
VAGUE = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}
# Pieces, so that this file does not contain what it looks for.
MACHINE_PATH = re.compile(r"(?<![\w/.:~-])/" + r"(?:work|root|home|tmp)/")
REGISTRY = re.compile(
    "|".join(
        host.replace("|", r"\.")
        for host in (
            "pypi|org", "pythonhosted|org", "registry|npmjs", "deb|debian|org",
            "archive|ubuntu|com", "proxy|golang|org", "crates|io",
        )
    )
    + "|--(?:extra-)?index" + "-url"
)  # fmt: skip


def folder_map(readme: str) -> set[str]:
    """Return the folders in the README's map, as `app` and `app/domain`."""
    block = readme.partition("## Where things are")[2].split("```")[1]
    folders, top = set(), ""
    for indent, name in re.findall(r"^( *)([\w.-]+)/ ", block, re.MULTILINE):
        if not indent:
            top = name
        folders.add(f"{top}/{name}" if indent else name)
    return folders


def folders_in_tree() -> set[str]:
    """Return the visible folders at the top, and those one step below the mapped ones."""
    folders = set()
    for path in repository_files():
        parts = path.parts
        if len(parts) > 1 and not parts[0].startswith("."):
            folders.add(parts[0])
        if len(parts) > 2 and parts[0] in MAPPED:
            folders.add(f"{parts[0]}/{parts[1]}")
    return folders


def headwords(glossary: str) -> list[str]:
    """Return the bold word that starts each entry of the glossary."""
    return re.findall(r"^- \*\*(.+?)\*\*:", glossary, re.MULTILINE)


def singular(noun: str) -> str:
    """Return the singular of a regular English plural."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def test_the_readme_maps_the_tree():
    mapped, real = folder_map((ROOT / "README.md").read_text("utf-8")), folders_in_tree()
    assert sorted(real - mapped) == [], "folders that the README's map does not name"
    assert sorted(mapped - real) == [], "folders that only the README's map has"


def test_every_domain_noun_is_in_the_glossary():
    known = set(headwords((ROOT / "app/GLOSSARY.md").read_text("utf-8")))
    nouns = {
        word
        for path in texts(".py", under="app/domain")
        for part in path.relative_to("app/domain").with_suffix("").parts
        if not part.startswith("_")
        for word in part.split("_")
    }
    assert {noun for noun in nouns if not {noun, singular(noun)} & known} == set()


def test_the_glossary_explains_each_word_once_in_order():
    words = headwords((ROOT / "app/GLOSSARY.md").read_text("utf-8"))
    assert words == sorted(set(words))


def test_no_module_has_a_name_that_says_nothing():
    vague = [
        str(path)
        for path in texts(".py", under="app")
        if VAGUE & set(path.with_suffix("").parts) | VAGUE & set(path.stem.split("_"))
    ]
    assert vague == []


def test_nothing_names_a_machine_or_a_package_registry():
    found = []
    for path in repository_files():
        try:
            text = (ROOT / path).read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            if MACHINE_PATH.search(line) or REGISTRY.search(line):
                found.append(f"{path}:{number}: {line.strip()[:100]}")
    assert found == []


def test_the_finders_find():
    assert MACHINE_PATH.search("open('/" + "home/ravi/x')")
    assert not MACHINE_PATH.search("https://example.org/" + "home/x")
    assert REGISTRY.search("https://" + "pypi" + ".org/simple")
    assert folder_map("## Where things are\n```\napp/  x\n  domain/  y\nMakefile\n```") == {
        "app",
        "app/domain",
    }
    assert [singular(noun) for noun in ("coins", "currencies", "sale")] == [
        "coin",
        "currency",
        "sale",
    ]


def test_every_pin_is_exact():
    for name in ("run", "hub", "dev"):
        lines = Path(ROOT / f"packaging/requirements/{name}.txt").read_text("utf-8").splitlines()
        pins = [line for line in lines if not line.startswith("#")]
        assert pins
        assert [pin for pin in pins if not re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+", pin)] == []
