"""Files of baskets as tills write them: JSON or CSV, UTF-8 with or without BOM, UTF-16, cp1252."""

import codecs
from pathlib import Path

import msgspec

from app.domain.baskets import SentBasket
from app.wire.baskets import BadBasket, Fault, read_basket
from app.wire.baskets_csv import Money, read_basket_csv

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_basket_file(name: str, data: bytes, money: Money) -> tuple[SentBasket, ...] | BadBasket:
    """Return the bills of a file by the ending of its name, or what is wrong: all or none."""
    if not data.strip():
        return _bad("The file is empty. Write the bill into it.")
    text = _text_of(data)
    if text is None:
        return _bad("The letters of this file cannot be read. Save it as UTF-8.")
    if Path(name).suffix.lower() == ".csv":
        return read_basket_csv(text, money)
    return _read_json(text.encode())


def _read_json(data: bytes) -> tuple[SentBasket, ...] | BadBasket:
    """Return the bill of a document, or the bills of a list of documents."""
    if not data.lstrip().startswith(b"["):
        read = read_basket(data)
        return read if isinstance(read, BadBasket) else (read,)
    try:
        documents = msgspec.json.decode(data, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _bad(f"The file is no JSON in UTF-8 ({error}). Write it whole, as JSON.")
    faults: list[Fault] = []
    baskets: list[SentBasket] = []
    for at, one in enumerate(documents):
        read = read_basket(bytes(one))
        if isinstance(read, BadBasket):
            faults += [Fault(f"[{at}].{fault.field}", fault.message) for fault in read.faults]
        else:
            baskets.append(read)
    if not documents:
        return _bad("There is no bill in this file.")
    return BadBasket(tuple(faults)) if faults else tuple(baskets)


def _text_of(data: bytes) -> str | None:
    """Return the text of a file, None when it is none; tills of Windows write cp1252."""
    encodings = ("utf-16",) if data.startswith(_UTF_16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _bad(sentence: str) -> BadBasket:
    return BadBasket((Fault("", sentence),))
