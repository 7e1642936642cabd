"""What a member can reach, line by line, in plain words."""

from collections.abc import Iterable, Iterator

from app.domain.programme import Programme
from app.domain.promises import Prize, Source
from app.domain.texts import text_in
from app.insight.titles import Titles
from app.insight.words import Writer
from app.services.goals import Badge, GoalBar, GoalsView, StreakBar, goals_of
from app.services.shop import Shop


def goal_lines(shop: Shop, member: str, language: str) -> list[str]:
    """Return what `sikka goals` prints: challenges and milestones, streaks, the badge wall."""
    words = GoalWords(shop.programme, language)
    return list(words.of(goals_of(shop, member)))


class GoalWords:
    """Tells goals, streaks and prizes of one programme in one language."""

    def __init__(self, programme: Programme, language: str) -> None:
        self.language = language
        self.writer = Writer(programme, language)
        self.titles = Titles(programme, self.writer)

    def of(self, view: GoalsView) -> Iterator[str]:
        """Yield a line for all a member can reach, under headings."""
        sections = (
            ("challenges", [self.bar(one) for one in view.bars]),
            ("streaks", [self.streak(one) for one in view.streaks]),
            ("badges", [self.badge(one) for one in view.badges]),
        )
        if not any(lines for _, lines in sections):
            yield self.writer.say("goal", "nothing")
        for name, lines in sections:
            if lines:
                yield self.writer.say("goal", name)
                yield from (f"  {line}" for line in lines)

    def bar(self, bar: GoalBar) -> str:
        """Return a challenge or milestone: how far, until when, for what."""
        say = self.writer.say
        parts = [
            say("goal", "done")
            if bar.finished
            else self.counted(bar.source, bar.amount, bar.target)
        ]
        if bar.until is not None:
            parts.append(say("goal", "until", day=self.writer.day(bar.until)))
        if bar.prize is not None:
            parts.append(self.prize(bar.prize))
        if bar.times:
            parts.append(say("goal", "times", times=bar.times))
        parts += self.locked(bar)
        return _told(text_in(bar.title, self.language), parts)

    def streak(self, bar: StreakBar) -> str:
        """Return a streak: how long, and what the next step brings."""
        say, now = self.writer.say, bar.standing
        parts = [say("goal", bar.streak.unit, count=now.current)]
        if now.best > now.current:
            parts.append(say("goal", "longest", count=now.best))
        if now.next_target is not None and bar.prize is not None:
            prize = self.prize(bar.prize)
            parts.append(say("goal", "at", prize=prize, target=now.next_target))
        return _told(text_in(bar.streak.title, self.language), parts)

    def badge(self, badge: Badge) -> str:
        """Return a badge with its level and the way to the next."""
        parts = [self.writer.say("goal", "level", level=badge.level, levels=badge.levels)]
        if badge.next_target is not None:
            parts.append(self.counted(badge.source, badge.amount, badge.next_target))
        parts += self.locked(badge)
        return _told(text_in(badge.title, self.language), parts)

    def counted(self, source: Source, amount: int, target: int) -> str:
        """Return how much of a target is done, in the unit of its source."""
        if source == "spend":
            money = self.writer.money
            return self.writer.say("goal", source, amount=money(amount), target=money(target))
        return self.writer.say("goal", source, amount=amount, target=target)

    def prize(self, prize: Prize) -> str:
        """Return what a prize gives."""
        say = self.writer.say
        parts = []
        if prize.coins:
            parts.append(say("goal", "coins", coins=prize.coins))
        if prize.credit_minor:
            parts.append(say("goal", "credit", money=self.writer.money(prize.credit_minor)))
        if prize.reward:
            parts.append(self.titles.reward(prize.reward))
        if prize.tickets:
            title = self.titles.raffle(prize.raffle)
            parts.append(say("goal", "tickets", tickets=prize.tickets, title=title))
        return " + ".join(parts)

    def locked(self, one: GoalBar | Badge) -> list[str]:
        """Return what must be done first."""
        titles = [text_in(title, self.language) for title in one.locked_by]
        return [self.writer.say("goal", "locked", title=title) for title in titles]


def _told(title: str, parts: Iterable[str]) -> str:
    return f"{title}: {'; '.join(parts)}"
