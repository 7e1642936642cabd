"""The scenes of the member desk."""

from typing import Final

from app.ui.scenes.counter_stage import CounterStage

_REASONS: Final = {"en": "The rice was wet", "hi": "चावल गीले थे", "fil": "Basa ang bigas"}


def page(stage: CounterStage, shown: str) -> None:
    """Open a page of the member desk as a supervisor does."""
    stage.sign_in_above()
    stage.member()
    stage.counter.openPanel("desk")
    desk = stage.counter.memberDesk
    desk.choose(shown)
    stage.jobs.drain()
    if shown == "profile":
        desk.profile.chooseLanguage(stage.station.props.language)
    elif shown == "coins":
        desk.goodwill.typeCoins("50")
        desk.goodwill.typeReason(_REASONS[stage.station.props.language])
    elif shown in {"vouchers", "history"}:
        getattr(desk, shown).choose(0)


def joining(stage: CounterStage) -> None:
    """See what two members would be as one."""
    page(stage, "joining")
    other = min(stage.candidates() - {stage.counter.member.view.member})
    stage.counter.memberDesk.joining.scanned(other)
    stage.jobs.drain()


def found(stage: CounterStage) -> None:
    """Look for the other membership."""
    page(stage, "joining")
    stage.counter.memberDesk.joining.typeQuery("a")
    stage.counter.memberDesk.joining.typeQuery("aa")


def erasing(stage: CounterStage) -> None:
    """See what will be gone."""
    page(stage, "data")
    stage.counter.memberDesk.ownData.askErase()
