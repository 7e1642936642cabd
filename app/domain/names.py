"""Names as people write them, and keys under which the same name in another spelling is found.

`fold_name` writes a name in plain Latin letters: accents go, nine Indian scripts are transcribed
(Hindi loses the vowels nobody speaks: आरती is arti, not arati). `sounds` then makes one key per
word, equal for spellings that people mix up: Laxmi and Lakshmi, Poonam and Punam, Jhon and John.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

NAME_MAX = 60

PERSONAL_FIELDS = ("name", "phone", "birthday", "old_number", "card")
"""Every personal value there is: what search, export and erase go by (LEDGER.md 24)."""


@dataclass(frozen=True, slots=True)
class BadName:
    """A name that cannot be kept: `empty`, over `NAME_MAX` characters, or with `control` ones."""

    fault: Literal["empty", "too long", "control"]


def clean_name(text: str) -> str | BadName:
    """Return a name or nickname in its one stored form (NFC, single blanks), in any script."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if any(_is_control(c) for c in name):
        return BadName("control")
    if not any(c.isalnum() for c in name):
        return BadName("empty")
    return name if len(name) <= NAME_MAX else BadName("too long")


def _is_control(c: str) -> bool:
    """Whether a character is none to print; the joiners that Indian scripts need are fine."""
    return unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn") and c not in "\u200c\u200d"


def initial(name: str) -> str:
    """Return the first letter with its marks, as the round picture of a member shows it: आ, Á."""
    letters = name.strip()
    end = 1
    while end < len(letters) and unicodedata.category(letters[end]) in ("Mn", "Mc"):
        end += 1
    return letters[:end].upper()


# ---------------------------------------------------------------- Latin letters

# What is written short on forms and cards.
_SHORT = {"ma.": "maria", "md.": "mohammad", "md": "mohammad", "mohd": "mohammad"}
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’‘`ʼ]")


def fold_name(text: str) -> str:
    """Return the words of a name in small Latin letters, one blank between them.

    Letters of a script this table does not know stay as they are. Folding twice changes nothing.
    """
    folded = _folded(text)
    # Case folding and compatibility forms of rare letters can each uncover the other.
    while (again := _folded(folded)) != folded:
        folded = again
    return folded


def _folded(text: str) -> str:
    composed = unicodedata.normalize("NFC", _APOSTROPHES.sub("", text))
    latin = unicodedata.normalize("NFKD", _INDIC_RUN.sub(_transcribed, composed).casefold())
    plain = "".join(_LETTERS.get(c, c) for c in latin if unicodedata.category(c)[0] != "M")
    written = [_SHORT.get(word, word) for word in plain.split()]
    return " ".join(_WORD.findall(" ".join(written)))


# ---------------------------------------------------------------- Indian scripts

# Unicode lays these blocks out alike (ISCII order), so one table for Devanagari reads them all:
# Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam.
_FIRST, _LAST, _BLOCK = 0x0900, 0x0D7F, 0x80
_INDIC_RUN = re.compile(r"[\u0900-\u0d7f\u200c\u200d]+")
# The languages of these blocks drop the vowel a at the end of a word and inside it.
_DROPS_SCHWA = {0x0900, 0x0980, 0x0A00, 0x0A80}
_CONSONANT = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळऴवशषसह",
        "k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h"
        .split(),
        strict=True,
    )
)  # fmt: skip
_VOWEL = dict(
    zip("अआइईउऊऋॠऌऍऎएऐऑऒओऔ", "a aa i ee u oo ri ri li e e e ai o o o au".split(), strict=True)
)
_SIGN = dict(zip("ािीुूृॄॅॆेैॉॊोौ", "aa i ee u oo ri ri e e e ai o o o au".split(), strict=True))
_VIRAMA, _NUKTA, _NASAL = "\u094d", "\u093c", "\u0900\u0901\u0902"
_WITH_NUKTA = {"क": "k", "ख": "kh", "ग": "g", "ज": "z", "ड": "d", "ढ": "dh", "फ": "f", "य": "y"}
# Signs that have no place of their own in the Devanagari table.
_OWN_SIGNS = str.maketrans(
    {
        "ৎ": "\u09a4\u09cd",  # Bengali khanda ta
        "ੰ": "\u0a02",  # Gurmukhi tippi
        "ੱ": "",  # Gurmukhi addak doubles the next letter, which no key tells apart
        "ൺ": "\u0d23\u0d4d", "ൻ": "\u0d28\u0d4d", "ർ": "\u0d30\u0d4d", "ൽ": "\u0d32\u0d4d",
        "ൾ": "\u0d33\u0d4d", "ൿ": "\u0d15\u0d4d",  # Malayalam chillu letters
        "\u200c": "", "\u200d": "",
    }
)  # fmt: skip


@dataclass(slots=True)
class _Syllable:
    """A consonant (or none) with its vowel: "a" not written out, "" killed by a virama."""

    onset: str
    vowel: str
    inherent: bool = False
    coda: str = ""


def _transcribed(run: re.Match[str]) -> str:
    text = run[0].translate(_OWN_SIGNS)
    if not text:
        return ""
    drops = ((ord(text[0]) - _FIRST) // _BLOCK * _BLOCK + _FIRST) in _DROPS_SCHWA
    letters = unicodedata.normalize("NFD", "".join(_as_devanagari(c) for c in text))
    words = re.split(r"([\u0964\u0965]+)", letters)
    return " ".join(_word(_syllables(word), drops=drops) for word in words if word)


def _as_devanagari(c: str) -> str:
    code = ord(c)
    if not _FIRST <= code <= _LAST:
        return c
    if c.isdecimal():
        return str(unicodedata.decimal(c))
    return chr(_FIRST + (code - _FIRST) % _BLOCK)


def _syllables(word: str) -> list[_Syllable]:
    out: list[_Syllable] = []
    for c in word:
        last = out[-1] if out else None
        if c in _CONSONANT:
            out.append(_Syllable(c, "a", inherent=True))
        elif c in _VOWEL:
            out.append(_Syllable("", _VOWEL[c]))
        elif c.isascii():
            out.append(_Syllable(c, ""))
        elif last is None:
            continue
        elif c in _SIGN:
            last.vowel, last.inherent = _SIGN[c], False
        elif c == _VIRAMA:
            last.vowel, last.inherent = "", False
        elif c == _NUKTA:
            last.onset += c
        elif c in _NASAL:
            last.coda = "n"
    return out


def _word(syllables: list[_Syllable], *, drops: bool) -> str:
    if drops:
        _drop_schwas(syllables)
    out = ""
    for at, one in enumerate(syllables):
        after = syllables[at + 1].onset if at + 1 < len(syllables) else ""
        before = syllables[at - 1] if at else None
        if one.onset == "ज" and not one.vowel and after == "ञ":
            out += "g"  # ज्ञ is said gy: Gyan
        elif one.onset == "ञ" and before and before.onset == "ज" and not before.vowel:
            out += "y"
        else:
            out += _onset(one.onset)
        out += one.vowel + _coda(one.coda, after)
    return out


def _onset(letter: str) -> str:
    if letter.endswith(_NUKTA):
        return _WITH_NUKTA.get(letter[0], _CONSONANT.get(letter[0], letter[0]))
    return _CONSONANT.get(letter, letter)


def _coda(nasal: str, after: str) -> str:
    if not nasal:
        return ""
    if after[:1] == "ह":
        return "ng"  # सिंह is written Singh
    return "m" if after[:1] in ("प", "फ", "ब", "भ", "म") and after else "n"


def _drop_schwas(syllables: list[_Syllable]) -> None:
    """Drop the vowels Hindi writes and does not say, from the right (Ohala's rule).

    The last one goes unless two consonants come before it (चंद्र is chandra); one between
    vowel + consonant and consonant + vowel goes (आरती is aarti, राजकुमार rajkumar).
    """
    for at in range(len(syllables) - 1, 0, -1):
        one, before = syllables[at], syllables[at - 1]
        if not one.inherent or one.coda:
            continue
        after = syllables[at + 1] if at + 1 < len(syllables) else None
        open_before = bool(before.vowel) and not before.coda
        if after is None:
            joined = before.onset != "" and not before.vowel
            if not joined:
                one.vowel = ""
        elif open_before and after.onset and after.vowel:
            one.vowel = ""


# ---------------------------------------------------------------- sounds

# In this order. Each line is a habit of spelling in India or the Philippines.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),
        (r"ck|q(?:u(?=[ei]))?", "k"),
        (r"x", "ks"),
        (r"tch", "ch"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"z", "j"),
        (r"w", "v"),
        (r"(?<=[b-df-gj-np-tv])h+", ""),  # bh dh kh jh sh: b d k j s; c alone is now ch
        (r"h(?![aeiouy])", ""),
        (r"e{2,}", "i"),
        (r"o{2,}", "u"),
        (r"[ao][uv](?![aeiouy])", "o"),
        (r"[ae][iy](?![aeiouy])", "e"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
    )
)


def sounds(text: str) -> tuple[str, ...]:
    """Return a key per word of a name; spellings that people mix up have equal keys."""
    return tuple(sound for word in fold_name(text).split() if (sound := _sound(word)))


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
