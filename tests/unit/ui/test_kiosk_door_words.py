"""What the kiosk's door says and draws, worked out from what it knows."""

import itertools
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import UnknownReason, mint_card
from app.domain.programme import Programme
from app.services.cards import CardDamaged, CardOfAnotherShop, CardUnknown
from app.services.member_pins import PhoneOrPinWrong
from app.services.members import BadPhone, CardIsBlocked, NotACard
from app.services.pins import LockedOut
from app.ui.camera_preview import covered
from app.ui.kiosk_sentences import shown_instead
from app.ui.pin_sentences import Step, sign_in_refused
from app.ui.qr import qr_rows
from app.ui.slides import MOST, SHOWN, derive_slides, window
from app.ui.viewmodels.kiosk.frame import IDLE_MS, LAST_SECONDS, OVER, seconds_left
from app.ui.viewmodels.kiosk.pin import PinInputs, derive_pin
from app.ui.viewmodels.kiosk.signin import HINT_MS, KioskSignInInputs, derive_kiosk_sign_in
from app.wire.card_qr import qr_modules
from app.wire.programmes import read_programme

ROOT = Path(__file__).parent.parent.parent.parent
CARD = mint_card(bytes(range(16)), "7F")


@cache
def demo(name: str) -> Programme:
    read = read_programme((ROOT / "resources" / "demo" / name).read_text("utf-8"), "programme")
    assert isinstance(read, Programme)
    return read


class TestSlides:
    @pytest.mark.parametrize("name", ["india-grocery.toml", "philippines-sarisari.toml"])
    def test_they_mix_what_one_gets_and_are_few(self, name: str):
        slides = derive_slides(demo(name), "en", date(2026, 11, 20))
        assert SHOWN <= len(slides) <= MOST
        assert {slide.kind for slide in slides[:SHOWN]} == {"rewards", "coins", "visits"}

    def test_nothing_for_one_tier_only(self):
        programme = demo("india-grocery.toml")
        titles = {slide.title for slide in derive_slides(programme, "en", date(2026, 11, 20))}
        assert not [title for title in titles if "Gold" in title or "Platinum" in title]

    def test_a_reward_that_is_over_is_left_out(self):
        programme = demo("india-grocery.toml")
        later = derive_slides(programme, "en", date(2036, 1, 1))
        kept = {one.title["en"] for one in programme.rewards if one.closes is None}
        assert {slide.title for slide in later if slide.kind == "rewards"} <= kept

    @given(turn=st.integers(0, 1000))
    def test_every_turn_shows_three_different_ones(self, turn: int):
        slides = derive_slides(demo("india-grocery.toml"), "en", date(2026, 11, 20))
        assert len(set(window(slides, turn))) == SHOWN

    def test_all_are_shown_in_the_end(self):
        slides = derive_slides(demo("india-grocery.toml"), "en", date(2026, 11, 20))
        turns = (window(slides, turn) for turn in range(len(slides)))
        assert set(itertools.chain.from_iterable(turns)) == set(slides)


class TestIdle:
    @given(quiet_ms=st.integers(0, 10**7))
    def test_it_counts_down_once_and_is_over(self, quiet_ms: int):
        left = seconds_left(quiet_ms, IDLE_MS)
        assert left == OVER or 0 <= left <= LAST_SECONDS
        assert (left == 0) == (quiet_ms < IDLE_MS)


class TestSignIn:
    def test_hints_begin_after_four_seconds_and_go_round(self):
        def hint(looked_ms: int) -> str:
            inputs = KioskSignInInputs(camera=True, seeing=True, looked_ms=looked_ms)
            return derive_kiosk_sign_in(inputs).hint

        assert hint(HINT_MS - 1) == ""
        assert len({hint(HINT_MS * n) for n in range(1, 5)}) == 4
        assert hint(HINT_MS) == hint(HINT_MS * 5)

    def test_the_sentence_tells_nothing_of_what_was_wrong(self):
        said = {sign_in_refused(PhoneOrPinWrong(left), "IN") for left in range(5)}
        assert len(said) == 1
        assert sign_in_refused(LockedOut(0, 30), "IN") not in said
        assert sign_in_refused(BadPhone("1"), "IN") not in said

    def test_a_pin_is_hidden_and_a_phone_is_not(self):
        steps: tuple[Step, ...] = get_args(Step)
        secret = {step: derive_pin(PinInputs(step=step)).secret for step in steps}
        assert not secret["phone"]
        assert all(secret[step] for step in ("prove", "new", "again"))

    def test_every_step_has_a_title(self):
        for step in get_args(Step):
            assert bool(derive_pin(PinInputs(step=step)).title) == (step != "")


class TestCodes:
    REFUSALS = (
        CardIsBlocked("SK7FA-3KM9P-X2C4D", "lost", "m"),
        CardUnknown("SK7FA-3KM9P-X2C4D"),
        CardOfAnotherShop("22"),
        CardDamaged(),
        NotACard("upi", "upi://pay?pa=a@b", "us"),
        NotACard("url", "https://example.com", "us"),
        NotACard("gtin", "8901030865275", "us"),
        NotACard("voucher", "SV", "us"),
        *(NotACard("unknown", "what", "us", reason) for reason in UnknownReason),
    )

    @pytest.mark.parametrize("refusal", REFUSALS, ids=repr)
    def test_each_is_told_what_to_do(self, refusal: object):
        said = shown_instead(refusal)  # type: ignore[arg-type]
        assert said.count(".") >= 1
        assert any(word in said for word in ("Show", "show", "ask", "try"))

    @pytest.mark.parametrize("refusal", REFUSALS, ids=repr)
    def test_nobodys_number_is_shown(self, refusal: object):
        assert "SK7FA" not in shown_instead(refusal)  # type: ignore[arg-type]


class TestQr:
    def test_the_runs_are_the_code(self):
        size, runs = qr_rows(CARD)
        drawn = [[False] * size for _ in range(size)]
        for run in runs:
            for column in range(run.column, run.column + run.run):
                drawn[run.row][column] = True
        assert drawn == qr_modules(CARD)

    def test_no_number_no_code(self):
        assert qr_rows("") == (0, ())


class TestPreview:
    @given(
        width=st.integers(1, 4000),
        height=st.integers(1, 4000),
        of_width=st.integers(1, 4000),
        of_height=st.integers(1, 4000),
    )
    def test_it_keeps_its_proportions(self, width: int, height: int, of_width: int, of_height: int):
        part = covered(width, height, of_width, of_height)
        assert part.width() * of_height == pytest.approx(part.height() * of_width)
        assert part.left() >= -1e-6
        assert part.right() <= width + 1e-6
        assert part.bottom() <= height + 1e-6
