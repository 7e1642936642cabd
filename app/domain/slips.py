"""What is on a slip, part by part, before anybody knows how wide the paper is.

Nothing on a slip is personal: it lies in the shop's files until it is printed, and on counters
and in bins afterwards.
"""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

from app.domain.codes import VoucherNumber

SlipKind = Literal["sale", "return", "voucher", "day", "test"]
"""What a slip tells of."""

PaperMm = Literal[58, 80]
"""How wide a roll of paper is, in millimetres."""
PAPERS: Final[tuple[PaperMm, ...]] = get_args(PaperMm)

DOTS: Final[dict[PaperMm, int]] = {58: 384, 80: 576}
"""How many dots a printer puts across such a roll (203 to the inch, without its margins)."""

PrinterFault = Literal[
    "away",
    "no_paper",
    "cover_open",
    "fault",
    "cut",
    "stuck",
    "too_wide",
    "address",
    "driver",
    "disk",
    "undrawn",
]
"""Why nothing is printed. `away` does not answer, `fault` is a light only the printer explains,
`cut` broke off in the middle, `stuck` takes no more; `too_wide` for the paper; `address` and
`driver` are for who set it up; `disk` has no room for a slip kept as a file; `undrawn` could not
be made, whatever the printer does."""

Size = Literal["small", "plain", "large"]


class Words(NamedTuple):
    """Words on lines of their own; they wrap."""

    text: str
    size: Size = "plain"
    bold: bool = False
    centred: bool = False


class Row(NamedTuple):
    """A label at the left and a figure at the right."""

    label: str
    figure: str
    bold: bool = False


class Divider(NamedTuple):
    """A line across the paper."""


class Code(NamedTuple):
    """A voucher's number as a QR code with the number below it."""

    number: VoucherNumber


Part = Words | Row | Divider | Code


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip from top to bottom. `title` names it in a list, `mark` (or nothing) stands first."""

    kind: SlipKind
    title: str
    mark: str
    parts: tuple[Part, ...]
