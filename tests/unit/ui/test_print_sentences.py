"""What the counter says of the printer: trouble first, in words that say what to do."""

from typing import get_args

import pytest

from app.domain.money import Money
from app.domain.slips import PrinterFault
from app.services.print_sentences import fault_sentence as in_the_command_line
from app.services.prints import NotDrawn, PrintQueued, PrintStanding
from app.services.voids import SaleUnknown
from app.services.writing import DiskFull
from app.ui.print_sentences import fault_sentence, outcome_sentence, standing_sentence
from app.ui.viewmodels.printing import PrintingInputs, PrintingProps, derive_printing

MONEY = Money("INR")


@pytest.mark.parametrize("fault", get_args(PrinterFault))
def test_every_trouble_has_a_sentence_of_its_own(fault: PrinterFault):
    for say in (fault_sentence, in_the_command_line):
        assert say(fault).endswith(".")
    others = {fault_sentence(one) for one in get_args(PrinterFault) if one != fault}
    assert fault in ("address", "driver") or fault_sentence(fault) not in others


def test_how_many_slips_wait():
    assert standing_sentence(PrintStanding(), MONEY) == ""
    assert standing_sentence(PrintStanding(3), MONEY) == "", "they are on their way"
    said = standing_sentence(PrintStanding(1_200, "no_paper"), MONEY)
    assert said.startswith("The slip printer has no paper. Put in a new roll.")
    assert "1,200" in said


def test_what_was_left_out_is_told_when_nothing_else_is():
    left_out = PrintingInputs(MONEY, PrintStanding(aside=1))
    assert derive_printing(left_out).kind == "bad"
    assert "left out" in derive_printing(left_out).sentence
    troubled = PrintingInputs(MONEY, PrintStanding(1, "away", aside=1))
    assert "left out" not in derive_printing(troubled).sentence
    said = PrintingInputs(MONEY, PrintStanding(aside=1), SaleUnknown(), is_said=True)
    assert "left out" not in derive_printing(said).sentence


def test_trouble_goes_before_what_was_answered():
    said = PrintQueued("B-7", to_files=False)
    inputs = PrintingInputs(MONEY, said=said, is_said=True)
    assert derive_printing(PrintingInputs(MONEY)) == PrintingProps()
    assert derive_printing(inputs) == PrintingProps(
        "The slip of B-7 is being printed again.", "info"
    )
    troubled = PrintingInputs(MONEY, PrintStanding(1, "away"), said, is_said=True)
    assert derive_printing(troubled).kind == "bad"
    assert "does not answer" in derive_printing(troubled).sentence


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (PrintQueued("B-7", to_files=True), "kept as a file"),
        (SaleUnknown(), "no sale"),
        (DiskFull(), "disk"),
        (NotDrawn(), "could not be made"),
        (None, "switched off"),
    ],
)
def test_what_became_of_a_slip_that_was_asked_for(outcome, words):
    assert words in outcome_sentence(outcome)
    inputs = PrintingInputs(MONEY, said=outcome, is_said=True)
    assert (derive_printing(inputs).kind == "info") == isinstance(outcome, PrintQueued)
