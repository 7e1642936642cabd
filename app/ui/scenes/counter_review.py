"""The scene of the review list."""

from app.domain.facts import Answered, Flagged
from app.ui.scenes.counter_stage import CounterStage


def review(stage: CounterStage) -> None:
    """Look at what waits for a supervisor: coins by hand, a hurried survey."""
    above = stage.sign_in_above()
    stage.member()
    member, day = stage.counter.member.view.member, stage.shop.moment().on
    survey = next(iter(stage.shop.programme.surveys), None)
    found: list[tuple[str, str, str]] = [
        ("goodwill", above.id, "found=750 limit=500"),
        ("staff_share", f"{above.id}:{member}", "found=9 of=25 limit=20"),
        ("welcome", member, "found=20 limit=20"),
        ("card_bills", member, "found=7 limit=6"),
    ]
    events = [
        stage.shop.event(
            "flagged",
            Flagged(guard, subject, detail),
            staff=above.id,
            once=(f"flagged:{guard}:{subject}:{day}",),
        )
        for guard, subject, detail in found
    ]
    if survey is not None:
        doubts = ("fast", "straight_line")
        answered = Answered(survey.id, survey.version, (), 2, 0, 0, doubts)
        events.append(stage.shop.event("answered", answered, member=member))
    stage.shop.record(lambda _: (tuple(events), None))
    stage.station.look()
    stage.jobs.drain()
    stage.counter.openPanel("review")
