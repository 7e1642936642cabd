"""What a survey, quiz or poll asks: frozen data, read from the programme's TOML."""

from dataclasses import dataclass
from typing import Literal

from app.domain.coins import LotTerms
from app.domain.promises import Dates
from app.domain.texts import Text

QuestionKind = Literal["one", "many", "nps", "stars", "yes_no", "text"]
SurveyKind = Literal["survey", "quiz", "poll"]


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose; `right` in a quiz; `goto` the question that follows ("end" = none)."""

    id: str
    text: Text
    right: bool = False
    goto: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a survey.

    `one` or `many` of `options`; `nps` 0 to 10; `stars` 1 to 5; `yes_no`, whose options (with
    the ids yes and no) only say what is right or follows; `text` of the member's own.
    `attention` is the option an attentive reader must choose.
    """

    id: str
    text: Text
    kind: QuestionKind
    options: tuple[Option, ...] = ()
    needed: bool = True
    goto: str = ""
    attention: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey, quiz or poll; paid once for each member and version.

    `coins` for taking part, `coins_right` for each right answer. Answered in under
    `least_seconds`, or always the same: the coins wait in the review list. `enrols` = asked
    when somebody joins. `after_days` > 0 = offered that many days after a purchase of
    `categories` (empty = any) and for a week.
    """

    id: str
    version: int
    kind: SurveyKind
    title: Text
    questions: tuple[Question, ...]
    coins: int = 0
    coins_right: int = 0
    terms: LotTerms | None = None
    dates: Dates | None = None
    tiers: frozenset[str] = frozenset()
    least_seconds: int = 0
    enrols: bool = False
    after_days: int = 0
    categories: frozenset[str] = frozenset()
    campaign: str = ""
