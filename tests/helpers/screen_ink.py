"""Which letters do not stand out from what is under them, seen in the picture of a window."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

# Half a target of the densest panel: as high as a long list fades at its end.
_FADE = 54


class Inked(Protocol):
    """A text: where its letters are, what of them is seen, and the items around it."""

    @property
    def item(self) -> QQuickItem: ...
    @property
    def text(self) -> str: ...
    @property
    def letters(self) -> QRectF: ...
    @property
    def seen(self) -> QRectF: ...
    @property
    def chain(self) -> tuple[QQuickItem, ...]: ...


def pixels(picture: QImage) -> Image.Image:
    """Return a picture of Qt's as one of Pillow's."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    return Image.frombytes(
        "RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1
    )


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2.2, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pale(written: Iterable[Inked], picture: QImage) -> Iterator[str]:
    """Find texts that do not stand out 4.5 to 1 from the ground the picture shows under them."""
    image = pixels(picture)
    for one in written:
        if not one.item.isEnabled() or _is_mostly_hidden(one):
            continue
        seen = one.seen.toAlignedRect()
        part = image.crop((seen.left(), seen.top(), seen.right() + 1, seen.bottom() + 1))
        colours: Any = part.getcolors(part.width * part.height)
        ink = _ink(one)
        ground = _ground(colours, ink)
        ratio = contrast(_over(ink, ground), ground)
        if ratio < 4.5:
            yield (f"pale text: {one.text!r} {ink.name()} on {ground.name()}: {ratio:.1f}")


def _ground(colours: list[tuple[int, tuple[int, int, int]]], ink: QColor) -> QColor:
    """Return the commonest colour; around a bold figure that is not the ink itself."""
    around = [(count, rgb) for count, rgb in colours if QColor(*rgb).rgb() != ink.rgb()]
    if sum(count for count, _ in around) < 0.08 * sum(count for count, _ in colours):
        return ink
    return QColor(*max(around)[1])


def _ink(one: Inked) -> QColor:
    # A field that was just entered is selected as a whole, in colours of its own.
    chosen = one.item.property("selectedText") == one.text
    ink = QColor(one.item.property("selectedTextColor" if chosen else "color"))
    strength = one.item.opacity()
    for item in one.chain:
        strength *= item.opacity()
    ink.setAlphaF(ink.alphaF() * strength)
    return ink


def _over(ink: QColor, ground: QColor) -> QColor:
    share = ink.alphaF()

    def mixed(top: float, under: float) -> float:
        return share * top + (1 - share) * under

    return QColor.fromRgbF(
        mixed(ink.redF(), ground.redF()),
        mixed(ink.greenF(), ground.greenF()),
        mixed(ink.blueF(), ground.blueF()),
    )


def _is_mostly_hidden(one: Inked) -> bool:
    """Tell whether a text leaves its list, or fades where the list goes on below."""
    seen, whole = one.seen, one.letters
    if seen.width() <= 0 or seen.height() <= 0:
        return True
    lists = [above for above in one.chain if above.inherits("QQuickFlickable")]
    for above in lists:
        end = above.mapRectToScene(QRectF(0, 0, above.width(), above.height())).bottom()
        goes_on = above.property("contentHeight") > above.height() + 1
        if goes_on and whole.bottom() > end - _FADE:
            return True
    return seen.width() * seen.height() < 0.7 * whole.width() * whole.height()
