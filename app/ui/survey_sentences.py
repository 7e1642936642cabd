"""Surveys in words: how long, which answers, how it went."""

from typing import assert_never

from app.domain.questions import Question, Survey
from app.domain.surveys import BadAnswer, MissingAnswer, NotOnPath, UnknownQuestion
from app.domain.texts import text_in
from app.services.cards import MemberUnknown
from app.services.surveys import (
    AlreadyAnswered,
    AnswerOutcome,
    AnswerTaken,
    SurveyClosed,
    SurveyUnknown,
)
from app.services.writing import DiskFull
from app.ui.words import translate

_QUESTIONS_A_MINUTE = 4


def survey_detail(survey: Survey) -> str:
    """Return how long a survey takes: "2 minutes · 6 questions"."""
    count = len(survey.questions)
    minutes = -(-count // _QUESTIONS_A_MINUTE)
    return " · ".join(
        (
            translate("surveys", "{minutes} minute(s)", None, minutes).format(minutes=minutes),
            translate("surveys", "{count} question(s)", None, count).format(count=count),
        )
    )


def choice_words(question: Question, choice: str, language: str) -> str:
    """Return what a choice says."""
    for option in question.options:
        if option.id == choice:
            return text_in(option.text, language)
    if question.kind == "yes_no":
        return translate("surveys", "Yes") if choice == "yes" else translate("surveys", "No")
    return choice


def feedback_sentence(question: Question, said: str, language: str) -> tuple[str, bool]:
    """Return whether a quiz question was right, and what would have been."""
    right = [option for option in question.options if option.right]
    if {option.id for option in right} == set(said.split("+")):
        return translate("surveys", "That is right!"), True
    answers = ", ".join(text_in(option.text, language) for option in right)
    return translate("surveys", "Not quite. It is: {answer}").format(answer=answers), False


def done_sentences(outcome: AnswerOutcome) -> tuple[str, str]:
    """Return a heading and a sentence for what became of the answers."""
    match outcome:
        case AnswerTaken():
            return translate("surveys", "Thank you!"), _taken(outcome)
        case AlreadyAnswered():
            return translate("surveys", "Thank you!"), translate(
                "surveys", "You have answered this before. Coins come for it once."
            )
        case SurveyClosed() | SurveyUnknown():
            return translate("surveys", "This one is over"), translate(
                "surveys", "It can no longer be answered. Your coins are as they were."
            )
        case UnknownQuestion() | MissingAnswer() | NotOnPath() | BadAnswer():
            return translate("surveys", "That did not work"), translate(
                "surveys", "One answer is missing. Please begin this one again."
            )
        case MemberUnknown() | DiskFull():
            return translate("surveys", "That did not work"), translate(
                "surveys", "Nothing was saved here. Please ask us at the counter."
            )
        case _:
            assert_never(outcome)


def _taken(taken: AnswerTaken) -> str:
    parts = []
    if taken.asked:
        parts.append(
            translate("surveys", "{right} of {asked} right.").format(
                right=taken.right, asked=taken.asked
            )
        )
    if taken.waiting:
        parts.append(
            translate(
                "surveys",
                "We read your answers first; {coins} coin(s) come to you then.",
                None,
                taken.waiting,
            ).format(coins=taken.waiting)
        )
    elif taken.coins:
        parts.append(
            translate("surveys", "{coins} coin(s) are yours now.", None, taken.coins).format(
                coins=taken.coins
            )
        )
    if taken.results:
        parts.append(translate("surveys", "So far everybody said:"))
    return " ".join(parts)
