"""Tell a keyboard scanner's burst of keys from a person typing.

Thresholds: one scanner shows gaps of 5 to 60 ms, 20 ms on average; cheap Bluetooth ones pause
longer. The fastest typists average 50 ms and more over a few keys. So speed proves a scan only
where it is out of a hand's reach; slower bursts need content that no hand types by chance.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class WedgeSettings:
    """How a keyboard scanner types.

    gap_ms: longest pause between two keys of one scan, and before its Enter or Tab.
    longest_ms: longest scan that is recognised by content; a fast one may take as long as it
        needs, because a payment code of 200 characters does.
    shortest: fewest characters of a scan.
    fast_ms: an average gap up to this is out of a hand's reach; half of it for a text shorter
        than `short`, since four keys can be rolled with four fingers.
    jitter_ms: longest single pause inside a fast scan.
    prefix: what the scanner is set to send first ("" for none); it alone proves a scan.
    """

    gap_ms: int = 100
    longest_ms: int = 1500
    shortest: int = 4
    fast_ms: int = 35
    short: int = 8
    jitter_ms: int = 60
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """One typed character and when, in milliseconds of any steady clock."""

    character: str
    at_ms: int


def find_scan(
    keys: Sequence[Key],
    ended_at_ms: int,
    settings: WedgeSettings,
    *,
    is_own: Callable[[str], bool],
    is_code: Callable[[str], bool],
) -> int | None:
    """Index of the first key of the scan that an Enter or Tab has just ended; None if typed.

    `is_own` says whether a text is one of our numbers with its check, `is_code` whether it is any
    code that proves itself whole. Keys before the index were typed by somebody and stay typed.
    """
    start = _unbroken(keys, ended_at_ms, settings.gap_ms)
    burst = keys[start:]
    if len(burst) < settings.shortest:
        return None
    found = _by_prefix(burst, settings.prefix)
    if found is None:
        found = _by_own_number(burst, ended_at_ms, settings, is_own)
    if found is None:
        found = _by_speed(burst, ended_at_ms, settings, is_code)
    return None if found is None else start + found


def text_of(keys: Sequence[Key]) -> str:
    """The characters in one string."""
    return "".join(key.character for key in keys)


def _unbroken(keys: Sequence[Key], ended_at_ms: int, gap_ms: int) -> int:
    """Index from which on no pause is longer than `gap_ms` (clocks that jump back also break)."""
    later = ended_at_ms
    for index in range(len(keys) - 1, -1, -1):
        if not 0 <= later - keys[index].at_ms <= gap_ms:
            return index + 1
        later = keys[index].at_ms
    return 0


def _by_prefix(burst: Sequence[Key], prefix: str) -> int | None:
    if not prefix:
        return None
    index = text_of(burst).rfind(prefix)
    return index if index >= 0 else None


def _by_own_number(
    burst: Sequence[Key],
    ended_at_ms: int,
    settings: WedgeSettings,
    is_own: Callable[[str], bool],
) -> int | None:
    """The earliest start of one of our numbers that runs up to the end, whatever its speed."""
    text = text_of(burst)
    for index in range(len(text)):
        in_time = ended_at_ms - burst[index].at_ms <= settings.longest_ms
        if in_time and is_own(text[index:]):
            return index
    return None


def _by_speed(
    burst: Sequence[Key],
    ended_at_ms: int,
    settings: WedgeSettings,
    is_code: Callable[[str], bool],
) -> int | None:
    start = _unbroken(burst, ended_at_ms, settings.jitter_ms)
    fast = burst[start:]
    if len(fast) < settings.shortest:
        return None
    limit = settings.fast_ms if len(fast) >= settings.short else settings.fast_ms / 2
    first = _without_a_hand_before(fast, settings, is_code)
    average = (ended_at_ms - fast[first].at_ms) / (len(fast) - first)
    return start + first if average <= limit else None


def _without_a_hand_before(
    fast: Sequence[Key], settings: WedgeSettings, is_code: Callable[[str], bool]
) -> int:
    """Where the scan starts when somebody may have hit a key just before it.

    A pause longer than `fast_ms` is either the scanner's jitter or the border between hand and
    scanner. The whole is preferred, since half a code is worse than a failed scan; the rest wins
    if only the rest proves itself, or if its own keys come at least three times as fast.
    """
    gaps = [later.at_ms - earlier.at_ms for earlier, later in pairwise(fast)]
    borders = [i for i, gap in enumerate(gaps, start=1) if gap > settings.fast_ms]
    proven = [i for i in (0, *borders) if is_code(text_of(fast[i:]))]
    if not proven:
        return 0
    last = proven[-1]
    if last and gaps[last - 1] >= 3 * max(gaps[last:], default=0):
        return last
    return proven[0]
