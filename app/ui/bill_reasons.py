"""Why the bill earns and costs what it does, reason by reason: pure, no Qt objects."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.facts import Step
from app.domain.money import quantity
from app.domain.programme import EarnRule, Programme
from app.domain.texts import text_in
from app.services.goals import GoalStep
from app.ui.bill_inputs import BillInputs
from app.ui.bill_offs import derive_offs
from app.ui.goal_sentences import figures, missing, prize_words, to_do
from app.ui.words import translate


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason: for what, how it was worked out, and the coins or the money it comes to."""

    title: str
    detail: str
    amount: str


def derive_reasons(inputs: BillInputs) -> tuple[ReasonRow, ...]:
    """Return a row per reason: coins first, then money, gifts and challenges."""
    if inputs.estimate is None:
        return ()
    return (*_coin_reasons(inputs), *_money_reasons(inputs), *_goal_reasons(inputs))


def _money_reasons(inputs: BillInputs) -> Iterator[ReasonRow]:
    estimate, money = inputs.estimate, inputs.money
    assert estimate is not None
    for off in derive_offs(inputs):
        yield ReasonRow(off.title, translate("bill", "comes off the bill"), off.amount)
    if estimate.cashback_minor:
        yield ReasonRow(
            translate("bill", "Cashback"),
            translate("bill", "comes back as store credit"),
            money.full(estimate.cashback_minor),
        )
    for prize in estimate.gifts:
        gift = prize_words(prize, inputs.programme, money, inputs.language)
        if gift:
            yield ReasonRow(gift, translate("bill", "comes with this bill"), "")


def _goal_reasons(inputs: BillInputs) -> Iterator[ReasonRow]:
    for step in inputs.goal_steps:
        title = text_in(step.after.title, inputs.language)
        yield ReasonRow(title, _goal_detail(inputs, step), _goal_figures(inputs, step))


def _goal_figures(inputs: BillInputs, step: GoalStep) -> str:
    before = step.before
    done = step.after.amount if step.after.target == before.target else before.target
    return figures(before.source, min(done, before.target), before.target, inputs.money)


def _goal_detail(inputs: BillInputs, step: GoalStep) -> str:
    before, left = step.before, step.before.target - step.after.amount
    prize = prize_words(before.prize, inputs.programme, inputs.money, inputs.language)
    if step.after.target != before.target or left <= 0:
        done = translate("bill", "done with this bill")
        return f"{done}: {prize}" if prize else done
    return to_do(missing(before.source, left, inputs.money), prize)


def _coin_reasons(inputs: BillInputs) -> tuple[ReasonRow, ...]:
    if inputs.estimate is None:
        return ()
    return tuple(_coin_reason(inputs, step) for step in inputs.estimate.steps)


def _coin_reason(inputs: BillInputs, step: Step) -> ReasonRow:
    """Return one reason in words: its title, how it was worked out, the coins it gave."""
    rule = _rule(inputs.programme, step.rule)
    number = inputs.money.number
    detail = ""
    if rule is not None and rule.kind == "per_amount":
        detail = translate(
            "bill", "{coins} coin(s) for every full {per}, counted on {base}", None, rule.coins
        ).format(
            coins=number(rule.coins),
            per=inputs.money.short(rule.per_minor),
            base=inputs.money.short(step.base_minor),
        )
    elif rule is not None and rule.kind == "multiplier":
        factor = quantity(step.percent * 10)
        detail = translate("bill", "{coins} coin(s) × {factor}", None, step.base_minor).format(
            coins=number(step.base_minor), factor=factor
        )
    elif rule is not None:
        detail = translate("bill", "once on this bill")
    if step.granted < step.wanted:
        limit = translate("bill", "would be {wanted}, but the limit is reached").format(
            wanted=number(step.wanted)
        )
        detail = f"{detail}; {limit}" if detail else limit
    return ReasonRow(step_title(inputs, step), detail, f"+{number(step.granted)}")


def _rule(programme: Programme, rule_id: str) -> EarnRule | None:
    return next((rule for rule in programme.earn if rule.id == rule_id), None)


def step_title(inputs: BillInputs, step: Step) -> str:
    """Return what a rule that gives coins is called."""
    rule = _rule(inputs.programme, step.rule)
    return text_in(rule.title, inputs.language) if rule else step.rule
