"""What the things of one programme version are called, by the names that events carry."""

from app.domain.programme import Programme
from app.domain.promises import Goal
from app.domain.texts import Text, text_in
from app.insight.words import Writer
from app.services.greetings import named


class Titles:
    """Titles of rules, promises and rewards as one programme version has them.

    `name` is the member's, for texts that speak to one ("" = nobody's).
    """

    def __init__(self, programme: Programme, writer: Writer, name: str = "") -> None:
        self._writer = writer
        self._name = name
        self._tiers = {one.id: one.name for one in programme.tiers}
        self._rewards = {one.id: one.title for one in programme.rewards}
        self._raffles = {one.id: one.title for one in programme.raffles}
        self._surveys = {one.id: one.title for one in programme.surveys}
        self._promos = {one.id: one.title for one in programme.promos}
        self._greetings = {one.id: one for one in programme.greetings}
        self._goals = {one.id: one for one in programme.goals}
        self._rules: dict[str, Text] = {
            **{one.id: one.title for one in programme.earn},
            **{one.id: one.title for one in programme.cashback},
            **{one.id: one.title for one in programme.credit.offers},
            **{f"goal:{one.id}": one.title for one in programme.goals},
            **{f"streak:{one.id}": one.title for one in programme.streaks},
            **{f"gift:{one.id}": one.title for one in programme.gifts},
            **{f"greeting:{one.id}": one.title for one in programme.greetings},
            **{f"survey:{one.id}": one.title for one in programme.surveys},
            **{f"reward:{one.id}": one.title for one in programme.rewards},
            **{f"promo:{one.id}": one.title for one in programme.promos},
            **{f"raffle:{one.id}": one.title for one in programme.raffles},
            **{f"tier:{one.id}": one.name for one in programme.tiers},
            **{f"cashback:{one.id}": one.title for one in programme.cashback},
            **{f"topup:{one.id}": one.title for one in programme.credit.offers},
        }

    def of(self, key: str) -> str:
        """Return the title of what a rule, a grant's key or a progress key names."""
        name = key.partition("|")[0]
        kind, _, rest = name.partition(":")
        for one in (name, f"{kind}:{rest.partition(':')[0]}"):
            if one in self._rules:
                return self._text(self._rules[one], one)
        if self._writer.knows("rule", kind):
            return self._writer.say("rule", kind)
        return rest or name or self._writer.say("rule", "other")

    def tier(self, tier: str) -> str:
        """Return a tier's name."""
        return self._named(self._tiers, tier)

    def reward(self, reward: str) -> str:
        """Return a reward's title."""
        return self._named(self._rewards, reward)

    def raffle(self, raffle: str) -> str:
        """Return a raffle's title."""
        return self._named(self._raffles, raffle)

    def survey(self, survey: str) -> str:
        """Return a survey's title."""
        return self._named(self._surveys, survey)

    def promo(self, promo: str) -> str:
        """Return a promo's title."""
        return self._named(self._promos, promo)

    def note(self, source: str) -> str:
        """Return what the owner says with a greeting or a goal (`greeting:x`, `goal:x`), or ""."""
        kind, _, name = source.partition("|")[0].partition(":")
        if kind == "greeting" and name in self._greetings:
            return self._text(self._greetings[name].note, "")
        goal = self._goals.get(name) if kind == "goal" else None
        return self._text(goal.note, "") if goal and goal.note else ""

    def goal(self, key: str) -> Goal | None:
        """Return the goal a progress key counts for; None when this version has none such."""
        return self._goals.get(key.partition("|")[0].removeprefix("goal:"))

    def _named(self, texts: dict[str, Text], name: str) -> str:
        return self._text(texts[name], name) if name in texts else name

    def _text(self, text: Text, name: str) -> str:
        return named(text_in(text, self._writer.language), self._name) or name
