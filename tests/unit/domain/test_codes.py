"""Card numbers catch a slip of the hand; a scanned text is what it is."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import (
    ALPHABET,
    NUMBER_LENGTH,
    CardCode,
    CardNumber,
    GtinCode,
    Misread,
    UnknownCode,
    UnknownReason,
    UpiCode,
    UrlCode,
    VoucherCode,
    cell_hint,
    classify,
    is_known,
    mint_card,
    mint_voucher,
    read_card,
    read_voucher,
    short_number,
)
from app.domain.inscript import _TO_US, to_us_keys

pytestmark = pytest.mark.unit

entropy = st.binary(min_size=16, max_size=16)
hints = st.text(ALPHABET, min_size=2, max_size=2)
cards = st.builds(mint_card, entropy, hints)
CARD = mint_card(bytes(range(16)), "7F")
TO_HINDI = {ord(us): chr(hindi) for hindi, us in _TO_US.items()}


# ---------------------------------------------------------------- numbers


@given(entropy, hints)
def test_a_minted_number_reads_as_itself_and_as_nothing_else(seed, hint):
    card, voucher = mint_card(seed, hint), mint_voucher(seed, hint)
    assert read_card(card) == card
    assert read_voucher(voucher) == voucher
    assert read_card(voucher) is Misread.OTHER_PREFIX
    assert read_voucher(card) is Misread.OTHER_PREFIX
    assert len(card) == NUMBER_LENGTH
    assert card[2:4] == hint
    assert set(card[2:]) <= set(ALPHABET)


@given(cards)
def test_every_single_substitution_is_caught(card):
    for place, other in itertools.product(range(NUMBER_LENGTH), ALPHABET + "SKV"):
        if other != card[place]:
            wrong = card[:place] + other + card[place + 1 :]
            read = read_card(wrong)
            # A look-alike stands for the very character it resembles, so it gives the same card.
            assert isinstance(read, Misread) or read == card, wrong
            assert isinstance(read_voucher(wrong), Misread), wrong


@given(cards)
def test_any_two_exchanged_characters_are_caught(card):
    for i, j in itertools.combinations(range(NUMBER_LENGTH), 2):
        if card[i] != card[j]:
            chars = list(card)
            chars[i], chars[j] = chars[j], chars[i]
            assert isinstance(read_card("".join(chars)), Misread)
            assert isinstance(read_voucher("".join(chars)), Misread)


def test_the_alphabet_has_no_look_alikes_and_no_keys_that_wander():
    assert len(ALPHABET) == len(set(ALPHABET)) == 23
    assert not set(ALPHABET) & set("01OILYZQWBSGU")


@given(cards, st.sampled_from([" ", "-", " - ", "\N{EN DASH}"]))
def test_what_a_hand_types_reads_the_same(card, mark):
    typed = mark.join(short_number(card).split("-")).lower()
    assert read_card(typed) == card
    assert read_card(card.translate(str.maketrans("8652V", "BGSZU"))) == card


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Misread.OTHER_PREFIX),
        ("8901234567894", Misread.OTHER_PREFIX),
        (CARD[:-1], Misread.WRONG_LENGTH),
        (CARD + "2", Misread.WRONG_LENGTH),
        (CARD[:5] + "!" + CARD[6:], Misread.WRONG_CHARACTER),
        (CARD[:5] + "0" + CARD[6:], Misread.WRONG_CHARACTER),
        (CARD[:5] + "ञ" + CARD[6:], Misread.WRONG_CHARACTER),
    ],
)
def test_a_misread_says_why(text, why):
    assert read_card(text) is why


def test_minting_refuses_too_little_randomness_and_a_bad_hint():
    with pytest.raises(ValueError, match="16 random bytes"):
        mint_card(b"short", "7F")
    with pytest.raises(ValueError, match="cell hint"):
        mint_card(bytes(16), "O0")


def test_a_cell_always_has_the_same_hint():
    assert cell_hint("north") == cell_hint("north") != cell_hint("south")
    assert read_card(mint_card(bytes(16), cell_hint("north")))


def test_the_short_number_is_three_groups_of_five():
    assert short_number(CardNumber("SK7FA3KM9PX2C4D")) == "SK7FA-3KM9P-X2C4D"


# ---------------------------------------------------------------- classification


@pytest.mark.parametrize("text", [CARD, CARD.lower(), f"]Q1{CARD}", f" {CARD}\r\n", CARD + "\t"])
def test_a_card_is_a_card_however_the_scanner_is_set(text):
    code = classify(text)
    assert isinstance(code, CardCode)
    assert (code.number, code.cell_hint, code.layout) == (CARD, "7F", "us")


def test_a_voucher_is_a_voucher():
    voucher = mint_voucher(bytes(16), "7F")
    code = classify(voucher)
    assert isinstance(code, VoucherCode)
    assert (code.number, code.cell_hint) == (voucher, "7F")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (CARD[:-1], UnknownReason.DAMAGED_CARD),
        (CARD[:-1] + ("2" if CARD[-1] != "2" else "3"), UnknownReason.DAMAGED_CARD),
        ("SV" + CARD[2:], UnknownReason.DAMAGED_VOUCHER),
        ("SKINCARECREAM", UnknownReason.NOT_RECOGNISED),
        ("SK", UnknownReason.NOT_RECOGNISED),
        ("hello", UnknownReason.NOT_RECOGNISED),
        ("12345", UnknownReason.NOT_RECOGNISED),
        ("", UnknownReason.EMPTY),
        (" \r", UnknownReason.EMPTY),
        ("]Q1", UnknownReason.EMPTY),
        (
            "00020101021126480014in.co.example0112someone@bank5204000053033565802IN6304ABCD",
            UnknownReason.PAYMENT_QR,
        ),
        ("नमस्ते दुनिया", UnknownReason.KEYBOARD_IN_HINDI),
        ("३०१२", UnknownReason.KEYBOARD_IN_HINDI),
    ],
)
def test_what_is_unknown_says_why(text, reason):
    code = classify(text)
    assert isinstance(code, UnknownCode)
    assert code.reason is reason
    assert not is_known(code)


@pytest.mark.parametrize(
    ("text", "digits", "check_ok", "in_store"),
    [
        ("8901030865278", "8901030865278", False, False),
        ("8901030865275", "8901030865275", True, False),
        ("]E08901030865275", "8901030865275", True, False),
        ("036000291452", "036000291452", True, False),
        ("]E496385074", "96385074", True, False),
        ("18901030865272", "18901030865272", True, False),
        ("2012345012345", "2012345012345", False, True),  # price-embedded scale label
        ("0212345678901", "0212345678901", False, True),
        ("212345678900", "212345678900", False, True),  # UPC-A, number system 2
        ("20123451", "20123451", True, True),
        ("]C10109506000134352100012\x1d3103001750", "09506000134352", True, False),
        ("]d2\x1d0109506000134352", "09506000134352", True, False),
        ("]Q310ABC\x1d0109506000134352", "09506000134352", True, False),
        ("]e011261231310300175001" + "09506000134352", "09506000134352", True, False),
        ("(01)09506000134352(10)AB-12", "09506000134352", True, False),
        ("010950600013435210AB", "09506000134352", True, False),
        ("https://id.gs1.org/01/09506000134352", "09506000134352", True, False),
        ("]Q1https://shop.example/gtin/9506000134352/10/A?x=1", "9506000134352", True, False),
        ("HTTPS://ID.GS1.ORG/01/09506000134352", "09506000134352", True, False),
    ],
)
def test_an_article_is_found_in_every_form(text, digits, check_ok, in_store):
    code = classify(text)
    assert isinstance(code, GtinCode), code
    assert code.gtin.digits == digits
    assert (code.gtin.check_ok, code.gtin.in_store) == (check_ok, in_store)
    assert code.gtin.gtin14 == digits.zfill(14)
    assert is_known(code) is check_ok


def test_an_upi_code_names_whom_it_pays():
    code = classify("UPI://pay?pa=kirana@bank&pn=Sharma%20Store&am=120.00&cu=INR")
    assert isinstance(code, UpiCode)
    assert (code.payee, code.name) == ("kirana@bank", "Sharma Store")
    assert isinstance(classify("upi://[broken"), UpiCode)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/menu",
        "www.example.org",
        "https://example.org/01/12345678901234",
        "http://[x",
    ],
)
def test_a_web_address_without_an_article_is_an_address(text):
    assert isinstance(classify(text), UrlCode)


@given(cards)
def test_a_card_scanned_under_hindi_inscript_still_works(card):
    typed = card.translate(TO_HINDI)
    code = classify(typed)
    assert isinstance(code, CardCode)
    assert (code.number, code.layout) == (card, "hindi")
    # Windows' Hindi layout keeps Latin digits on the plain level.
    windows = card.translate({key: h for key, h in TO_HINDI.items() if not chr(key).isdigit()})
    assert classify(windows) == code or windows == card


def test_articles_and_payments_work_under_hindi_too():
    article = classify("८९०१०३०८६५२७५")
    assert isinstance(article, GtinCode)
    assert (article.gtin.digits, article.layout) == ("8901030865275", "hindi")
    assert isinstance(classify("upi:ffpay/pa=x".translate(TO_HINDI)), UnknownCode)


def test_devanagari_that_a_camera_reads_is_just_text():
    code = classify("नमस्ते", typed=False)
    assert isinstance(code, UnknownCode)
    assert code.reason is UnknownReason.NOT_RECOGNISED
    assert isinstance(classify("https://example.org/मेनू"), UrlCode)


def test_every_inscript_key_has_one_meaning():
    assert len(_TO_US) == len(set(_TO_US.values()))
    assert to_us_keys("ऑ\u0950") is None


@given(st.text(max_size=60))
def test_any_text_is_classified_and_never_fails(text):
    code = classify(text)
    assert code.kind in ("card", "voucher", "gtin", "upi", "url", "unknown")
    assert is_known(code) in (True, False)
