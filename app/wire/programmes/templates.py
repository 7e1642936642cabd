"""Programmes to start a shop from: whole documents in every language, cut to the shop's own.

A template is a valid programme file, so it is checked like any other; the answers replace its
`[shop]` values and drop the languages the shop does not use.
"""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import tomlkit
from babel.core import get_global

from app.wire.programmes.parts import LANGUAGES

TemplateName = Literal["kirana", "clothes", "cafe", "sari-sari"]
TEMPLATES: tuple[TemplateName, ...] = get_args(TemplateName)

_ZONES = {"IN": "Asia/Kolkata", "PH": "Asia/Manila"}
_FINANCIAL_YEAR = {"IN": 4}


@dataclass(frozen=True, slots=True)
class Answers:
    """What the owner said. Empty `currency` or `time_zone` means the usual one of the country.

    `languages` are codes of `en`, `hi`, `fil`; `store` is the name of the first store.
    """

    shop: str
    country: str = "IN"
    currency: str = ""
    languages: tuple[str, ...] = ("en", "hi")
    store: str = ""
    time_zone: str = ""


def demo_folder() -> Path:
    """Return the folder of the demo programmes, catalogues and templates."""
    package = Path(__file__).parents[2]
    inside = package / "resources" / "demo"
    return inside if inside.is_dir() else package.parent / "resources" / "demo"


def template(name: TemplateName, answers: Answers) -> str:
    """Return the TOML of a template with the answers in place of its `[shop]` values."""
    path = demo_folder() / f"template-{name}.toml"
    document = tomlkit.parse(path.read_text(encoding="utf-8"))
    shop: Any = document["shop"]
    for language in LANGUAGES:
        shop["name"][language] = answers.shop
    shop["country"] = answers.country
    shop["currency"] = answers.currency or _currency(answers.country) or shop["currency"]
    shop["time_zone"] = answers.time_zone or _ZONES.get(answers.country) or shop["time_zone"]
    shop["languages"] = list(answers.languages)
    first_month = _FINANCIAL_YEAR.get(answers.country, 1)
    shop["numbering"] = "calendar_year" if first_month == 1 else "financial_year"
    shop["financial_year_month"] = first_month
    if answers.store:
        shop["stores"] = [answers.store]
    _keep_languages(document, frozenset(LANGUAGES) - frozenset(answers.languages))
    _name_shop(document, answers.shop)
    return tomlkit.dumps(document)


def _currency(country: str) -> str:
    """Return the country's tender of today: the one that has no last day."""
    tenders = get_global("territory_currencies").get(country, [])
    return next((str(code) for code, _, last, tender in tenders if tender and last is None), "")


def _keep_languages(node: object, unused: frozenset[str]) -> None:
    """Remove the texts in other languages, wherever they are."""
    if isinstance(node, MutableMapping):
        for language in unused & node.keys():
            del node[language]
        for value in node.values():
            _keep_languages(value, unused)
    elif isinstance(node, list):
        for value in node:
            _keep_languages(value, unused)


def _name_shop(document: Mapping[str, Any], shop: str) -> None:
    """Put the shop's name into the consent, where the template says `SHOP`."""
    consent = document["consent"]["text"]
    for language, words in list(consent.items()):
        consent[language] = str(words).replace("SHOP", shop)
