"""Printers: over a real socket with every sort of trouble, as a file, as PDF, through a dummy."""

import socket
from pathlib import Path
from typing import Any

import pytest

from app.domain.slips import DOTS, Slip, Words
from app.hardware.printer import (
    AddressError,
    FakePrinter,
    PdfPrinter,
    Printed,
    PrinterTrouble,
    printer_of,
)
from app.hardware.printer_escpos import EscposPrinter, load_escpos, network
from app.hardware.receipt_picture import draw_slip
from tests.helpers.printers import CUT, LoopbackPrinter, loopback

PICTURE = draw_slip(Slip("test", "", "", (Words("₹ नमस्ते"),) * 20), DOTS[80])


def at(printer: LoopbackPrinter) -> EscposPrinter:
    return network("127.0.0.1", printer.port, DOTS[80], connect_s=2, status_s=0.3, finish_s=0.5)


def test_a_slip_reaches_a_network_printer_whole_and_is_cut():
    with loopback() as printer:
        assert at(printer).print(PICTURE, "x") == Printed()
    (job,) = printer.jobs
    assert job.count(b"\x1dv0") >= 2, "the picture is sent in pieces that small buffers hold"
    assert CUT in job


def test_the_connection_is_opened_anew_for_every_slip():
    with loopback() as printer:
        one = at(printer)
        assert [one.print(PICTURE, "x"), one.print(PICTURE, "y")] == [Printed()] * 2
    assert len(printer.whole) == 2


def test_a_printer_that_never_says_how_it_is_prints_all_the_same():
    with loopback(offline=None, done=None) as printer:
        assert at(printer).print(PICTURE, "x") == Printed()
    assert len(printer.whole) == 1


def test_one_that_does_not_tell_when_it_is_done_is_asked_how_it_is():
    with loopback(done=None) as printer:
        assert at(printer).print(PICTURE, "x") == Printed()


def test_one_that_never_tells_is_waited_for_only_once():
    with loopback(done=None) as printer:
        one = network("127.0.0.1", printer.port, DOTS[80], status_s=0.2, finish_s=1.0)
        assert one.print(PICTURE, "x") == Printed()
        assert one.finish_s == 0.2
        assert one.print(PICTURE, "y") == Printed()


def test_paper_that_ends_in_the_middle_is_told_as_begun():
    with loopback(done=None) as printer:
        printer.ends_after_cut = True
        assert at(printer).print(PICTURE, "x") == PrinterTrouble("no_paper", begun=True)


def test_a_slow_printer_gets_everything():
    with loopback(piece=512) as printer:
        assert at(printer).print(PICTURE, "x") == Printed()
    assert len(printer.whole) == 1


@pytest.mark.parametrize(
    ("offline", "paper", "reason"),
    [
        (0x12 | 0x04, 0x12, "cover_open"),
        (0x12 | 0x20, 0x12, "no_paper"),
        (0x12, 0x12 | 0x60, "no_paper"),
        (0x12 | 0x40, 0x12, "fault"),
    ],
)
def test_a_printer_that_cannot_print_gets_no_slip(offline: int, paper: int, reason: Any):
    with loopback(offline=offline, paper=paper) as printer:
        assert at(printer).print(PICTURE, "x") == PrinterTrouble(reason)
    assert not any(b"\x1dv0" in job for job in printer.jobs)


def test_paper_that_is_nearly_at_its_end_still_prints():
    with loopback(paper=0x12 | 0x0C) as printer:
        assert at(printer).print(PICTURE, "x") == Printed()


def test_a_connection_that_breaks_in_the_middle_is_told_as_begun():
    with loopback(hangs_up_after=200) as printer:
        assert at(printer).print(PICTURE, "x") == PrinterTrouble("cut", begun=True)


def test_one_that_hangs_up_before_the_first_byte_is_away():
    with loopback(hangs_up_after=0, offline=None) as printer:
        assert at(printer).print(PICTURE, "x") == PrinterTrouble("away")


def test_nobody_at_the_address():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert network("127.0.0.1", port, DOTS[80]).print(PICTURE, "x") == PrinterTrouble("away")


def test_a_picture_wider_than_the_paper_is_not_sent():
    with loopback() as printer:
        narrow = network("127.0.0.1", printer.port, DOTS[58])
        assert narrow.print(PICTURE, "x") == PrinterTrouble("too_wide")
    assert printer.jobs == []


def test_the_dummy_of_the_library_gets_a_raster_picture():
    dummy = load_escpos().Dummy()
    kept: list[bytes] = []
    dummy.close = lambda: kept.append(dummy.output)
    assert EscposPrinter(lambda: dummy, DOTS[80]).print(PICTURE, "x") == Printed()
    (sent,) = kept
    width_bytes = DOTS[80] // 8
    assert b"\x1dv0\x00" + bytes([width_bytes, 0]) in sent
    assert "?" not in sent[:4].decode("latin-1")


def test_a_device_of_the_system(tmp_path: Path):
    device = tmp_path / "lp0"
    device.touch()
    printer = printer_of(f"file://{device}", 80, tmp_path)
    assert printer.print(PICTURE, "x") == Printed()
    assert CUT in device.read_bytes()
    gone = printer_of(f"file://{tmp_path}/none/lp0", 80, tmp_path)
    assert gone.print(PICTURE, "x") == PrinterTrouble("away")


@pytest.mark.parametrize("address", ["usb://04b8:0202", "serial:///dev/ttyNONE"])
def test_a_printer_that_is_not_there_or_whose_library_is_missing(address: str, tmp_path: Path):
    answer = printer_of(address, 80, tmp_path).print(PICTURE, "x")
    assert answer in (PrinterTrouble("driver"), PrinterTrouble("away"))


@pytest.mark.parametrize(
    "address", ["10.0.0.5", "tcp://", "usb://04b8", "usb://x:y", "ftp://a", "tcp://a:b", "serial:"]
)
def test_an_address_nobody_understands_is_said_so(address: str, tmp_path: Path):
    with pytest.raises(AddressError, match="cannot be understood"):
        printer_of(address, 80, tmp_path)


def test_without_a_printer_a_slip_is_a_pdf_written_once(tmp_path: Path):
    printer = printer_of("", 58, tmp_path)
    assert isinstance(printer, PdfPrinter)
    kept = Printed(str(tmp_path / "slips" / "sale-B-7-ab12cd.pdf"))
    assert [printer.print(PICTURE, "sale-B-7-ab12cd") for _ in range(2)] == [kept, kept]
    (file,) = (tmp_path / "slips").iterdir()
    assert file.read_bytes().startswith(b"%PDF")


def test_no_room_for_a_pdf(tmp_path: Path):
    (tmp_path / "slips").write_text("a file where the folder should be")
    assert printer_of("", 58, tmp_path).print(PICTURE, "x") == PrinterTrouble("disk")


def test_the_fake_has_the_trouble_it_is_told_to_have():
    fake = FakePrinter()
    assert fake.print(PICTURE, "x") == Printed()
    fake.trouble = PrinterTrouble("no_paper")
    assert fake.print(PICTURE, "y") == PrinterTrouble("no_paper")
    assert fake.names == ["x"]
