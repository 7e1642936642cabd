"""The scenes of a day's figures, and of closing the day."""

from app.ui.scenes.counter_stage import CounterStage


def today(stage: CounterStage) -> None:
    """Look at the day as a supervisor or the owner does."""
    stage.sign_in_above()
    stage.counter.openPanel("today")
    stage.jobs.drain()


def own_day(stage: CounterStage) -> None:
    """Look at the day as a cashier does."""
    stage.sign_in()
    stage.counter.openPanel("today")
    stage.jobs.drain()


def close_day(stage: CounterStage) -> None:
    """See what closing would say."""
    today(stage)
    stage.counter.today.askClose()
    stage.jobs.drain()


def day_closed(stage: CounterStage) -> None:
    """Close the day."""
    close_day(stage)
    stage.counter.today.closeDay()
    stage.jobs.drain()


def closed_days(stage: CounterStage) -> None:
    """Look at the list of closed days."""
    day_closed(stage)
    stage.counter.back()
