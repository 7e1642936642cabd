"""A walk over what a window shows, telling what is wrong with it in words.

`look` is called when a screen has been drawn; it returns faults such as "text: … is cut". What
scrolls may reach beyond its frame; everything else must fit.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QFont, QFontMetricsF
from PySide6.QtQml import QQmlContext, QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow

from tests.helpers.keys import accessible
from tests.helpers.screen_ink import pale

Role = QAccessible.Role
ACTIONABLE: Final = {
    Role.Button,
    Role.CheckBox,
    Role.EditableText,
    Role.RadioButton,
    Role.Link,
    Role.Slider,
}
# What is left of a text that nobody filled in.
_UNFILLED: Final = re.compile(r"\(s\)|\{\w*\}|%\d|%n|\bundefined\b|\bNaN\b|\[object")
_TEXT_KINDS: Final = ("QQuickText", "QQuickTextInput", "QQuickTextEdit")


class Ask(NamedTuple):
    """What a station's screens promise: least text and finger size in pixels."""

    text: int
    target: int


@dataclass(frozen=True, slots=True)
class Written:
    """A text on screen: where its letters are, and what of that is not cut off by a frame."""

    item: QQuickItem
    text: str
    letters: QRectF
    seen: QRectF
    chain: tuple[QQuickItem, ...]


def settle(window: QQuickWindow) -> None:
    """Draw until lists and layouts have found their places."""
    for _ in range(2):
        window.grabWindow()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def look(window: QQuickWindow, ask: Ask) -> list[str]:
    """Return everything that is wrong with what the window shows now."""
    settle(window)
    picture = window.grabWindow()
    written = list(_written(window))
    faults = [
        *_controls(window, ask),
        *_letters(written, window, ask),
        *_overlaps(written),
        *_spills(window),
        *pale(written, picture),
        *_unfilled(window, written),
    ]
    return list(dict.fromkeys(faults))


def shown(window: QQuickWindow) -> set[str]:
    """Return every text that can be read or is read aloud now."""
    named = {node.text(QAccessible.Text.Name) for node in accessible(window)}
    return (named | {one.text for one in _written(window)}) - {""}


# ---------------------------------------------------------------- geometry


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _frame(chain: tuple[QQuickItem, ...], window: QQuickWindow) -> QRectF:
    """Return what the frames around an item let through."""
    open_ = QRectF(0, 0, window.width(), window.height())
    for item in chain:
        if item.clip():
            open_ = open_.intersected(_box(item))
    return open_


def in_sight(node: QAccessibleInterface, window: QQuickWindow) -> QRectF:
    """Return what can be seen of a node, in the window: frames cut off what scrolls."""
    box, item = QRectF(node.rect().translated(-window.x(), -window.y())), node.object()
    chain = tuple(_above(item)) if isinstance(item, QQuickItem) else ()
    return box.intersected(_frame(chain, window))


def _walk(
    item: QQuickItem, chain: tuple[QQuickItem, ...] = ()
) -> Iterator[tuple[QQuickItem, tuple[QQuickItem, ...]]]:
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0.05:
            yield child, chain
            yield from _walk(child, (*chain, child))


def _scrolls(chain: tuple[QQuickItem, ...]) -> bool:
    return any(item.inherits("QQuickFlickable") for item in chain)


def _area(box: QRectF) -> float:
    return max(0.0, box.width()) * max(0.0, box.height())


def _of(item: QQuickItem) -> str:
    """Name the file an item is written in, as far as Qt tells."""
    # Never by its metaobject: PySide would take the next item at that address for it.
    context: QQmlContext | None = QQmlEngine.contextForObject(item)
    return "" if context is None else context.baseUrl().fileName().removesuffix(".qml")


def _where(chain: tuple[QQuickItem, ...]) -> str:
    named = dict.fromkeys(_of(item) for item in chain)
    return "/".join([name for name in named if name][-3:])


# ---------------------------------------------------------------- texts


def _written(window: QQuickWindow) -> Iterator[Written]:
    for item, chain in _walk(window.contentItem()):
        text = item.property("text")
        if not isinstance(text, str) or not text.strip():
            continue
        if not any(item.inherits(kind) for kind in _TEXT_KINDS):
            continue
        letters = _letters_of(item)
        seen = letters.intersected(_frame(chain, window))
        if _area(seen) > 0 or not _scrolls(chain):
            yield Written(item, text, letters, seen, chain)


def _letters_of(item: QQuickItem) -> QRectF:
    """Return where a text's ink is, without the air above and below a font's lines."""
    drawn = _drawn(item)
    left = float(item.property("leftPadding") or 0)
    room = item.width() - left - float(item.property("rightPadding") or 0)
    x = left + {2: room - drawn.width, 4: (room - drawn.width) / 2}.get(drawn.across, 0.0)
    font = QFont(item.property("font"))
    font.setPixelSize(drawn.pixels)
    ink = QFontMetricsF(font).tightBoundingRect(item.property("text"))
    first = item.baselineOffset()
    last = first + drawn.height * (drawn.lines - 1) / drawn.lines
    top, bottom = first + ink.top(), max(last + ink.bottom(), first + ink.top() + 1)
    return item.mapRectToScene(QRectF(x, top, drawn.width, bottom - top))


class _Drawn(NamedTuple):
    """How a text is drawn: its size, lines, alignment, and letters after they were made to fit."""

    width: float
    height: float
    lines: int
    across: int
    pixels: int


def _drawn(item: QQuickItem) -> _Drawn:
    # Qt keeps the types of these properties to itself; QML reads them as numbers.
    context: QQmlContext | None = QQmlEngine.contextForObject(item)
    ask = QQmlExpression(
        context if context is not None else QQmlEngine.contextForObject(item.parentItem()),
        item,
        "[contentWidth, contentHeight,"
        " typeof lineCount === 'undefined' ? 1 : Math.max(1, lineCount),"
        " effectiveHorizontalAlignment,"
        " typeof fontInfo === 'undefined' ? font.pixelSize : fontInfo.pixelSize]",
    )
    found: Any = ask.evaluate()
    return _Drawn(*(found[0] if isinstance(found, tuple) else found).toVariant())


def _pixels(item: QQuickItem) -> int:
    return _drawn(item).pixels


def _letters(written: list[Written], window: QQuickWindow, ask: Ask) -> Iterator[str]:
    whole = QRectF(0, 0, window.width(), window.height()).adjusted(-1, -1, 1, 1)
    for one in written:
        name = f"{one.text!r} ({_where(one.chain)})"
        # One letter alone is a picture: a coin, a tick, an initial.
        if len(one.text) > 1 and _pixels(one.item) < ask.text:
            yield f"small text: {name} is {_pixels(one.item)} px"
        if one.item.property("truncated"):
            yield f"cut text: {name}"
        typed = one.item.inherits("QQuickTextInput")
        if not typed and one.item.property("contentWidth") > one.item.width() + 2:
            yield f"wide text: {name} leaves its box"
        if not _scrolls(one.chain) and not typed:
            if not whole.contains(one.letters):
                yield f"text outside: {name}"
            elif not _is_torn(one) and _area(one.seen) < 0.98 * _area(one.letters):
                yield f"text cut off by a frame: {name}"
        if not typed:
            yield from _leaves_its_ground(one, name)


def _is_torn(one: Written) -> bool:
    """Tell whether a text stands on something turned, such as half of a torn ticket."""
    return any(item.rotation() for item in one.chain)


def _leaves_its_ground(one: Written, name: str) -> Iterator[str]:
    """Find a text that stands out of the card, tag or button it is written on."""
    for item in reversed(one.chain):
        if item.inherits("QQuickFlickable"):
            return
        grounded = _is_ground(item) or item.inherits("QQuickAbstractButton")
        if grounded and item.width() > 4 and item.rotation() == 0:
            if not _box(item).adjusted(-3, -3, 3, 3).contains(one.letters):
                yield f"text leaves its ground: {name} out of {_of(item)}"
            return


def _is_ground(item: QQuickItem) -> bool:
    if not item.inherits("QQuickRectangle"):
        return False
    colour = item.property("color")
    return isinstance(colour, QColor) and colour.alpha() > 40


def _overlaps(written: list[Written]) -> Iterator[str]:
    for one, other in combinations(written, 2):
        if not one.seen.intersects(other.seen):
            continue
        both = one.seen.intersected(other.seen)
        least = min(_area(one.seen), _area(other.seen))
        large = both.width() > 2 and both.height() > 2 and _area(both) > 0.02 * least
        if large and not _covered(one, other):
            yield f"texts overlap: {one.text!r} and {other.text!r} ({_where(one.chain)})"


def _covered(one: Written, other: Written) -> bool:
    """Tell whether one of two texts lies on something of its own over the other."""
    shared = {id(item) for item in one.chain} & {id(item) for item in other.chain}
    both = one.seen.intersected(other.seen)
    for text in (one, other):
        own = [item for item in text.chain if id(item) not in shared]
        for item in own:
            under = [item, *item.childItems()]
            if any(_is_ground(g) and _box(g).contains(both) and g.isVisible() for g in under):
                return True
    return False


# ---------------------------------------------------------------- controls


def _controls(window: QQuickWindow, ask: Ask) -> Iterator[str]:
    found: list[tuple[str, QRectF]] = []
    whole = QRectF(0, 0, window.width(), window.height())
    for node in accessible(window):
        item = node.object()
        if node.role() not in ACTIONABLE or node.state().disabled:
            continue
        name = node.text(QAccessible.Text.Name).strip()
        box = QRectF(node.rect().translated(-window.x(), -window.y()))
        if not name:
            yield f"control without a name: {node.role().name} at {box.getRect()}"
        if min(box.width(), box.height()) < ask.target - 1:
            yield f"small control: {name!r} is {box.width():.0f}x{box.height():.0f}"
        chain = tuple(_above(item)) if isinstance(item, QQuickItem) else ()
        seen = box.intersected(_frame(chain, window))
        if not whole.adjusted(-1, -1, 1, 1).contains(box) and not _scrolls(chain):
            yield f"control outside: {name!r} at {box.getRect()}"
        if _area(seen) > 0:
            found.append((name, seen))
    for (name, box), (other, other_box) in combinations(found, 2):
        both = box.intersected(other_box)
        if both.width() > 1 and both.height() > 1:
            yield f"controls overlap: {name!r} and {other!r}"
    yield from _without_a_role(window)


def _without_a_role(window: QQuickWindow) -> Iterator[str]:
    for item, chain in _walk(window.contentItem()):
        if item.inherits("QQuickAbstractButton") and item.isEnabled():
            node: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
            if node is None or node.role() not in ACTIONABLE:
                yield f"button without a role: {_where((*chain, item))}"


def _above(item: QQuickItem) -> Iterator[QQuickItem]:
    above = item.parentItem()
    while above is not None:
        yield above
        above = above.parentItem()


def _spills(window: QQuickWindow) -> Iterator[str]:
    """Find rows and columns whose parts do not fit in them, and cards that leave the window."""
    whole = QRectF(0, 0, window.width(), window.height()).adjusted(-2, -2, 2, 2)
    for item, chain in _walk(window.contentItem()):
        if item.width() < 1 or item.height() < 1:
            continue
        if chain and chain[-1].inherits("QQuickLayout"):
            room = QRectF(0, 0, chain[-1].width() + 2, chain[-1].height() + 2)
            part = QRectF(item.x() + 1, item.y() + 1, item.width() - 1, item.height() - 1)
            over = (
                max(part.right() - room.right(), room.left() - part.left()),
                max(part.bottom() - room.bottom(), room.top() - part.top()),
            )
            if max(over) > 0 and item.rotation() == 0 and item.scale() == 1:
                yield (
                    f"does not fit: {_of(item)} in {_where(chain)} by"
                    f" {max(over[0], 0):.0f}x{max(over[1], 0):.0f}"
                )
        framed = _scrolls(chain) or any(above.clip() for above in chain)
        upright = not framed and item.rotation() == 0
        if _is_ground(item) and upright and not whole.contains(_box(item)):
            yield f"drawn outside: {_of(item)} in {_where(chain)}"


# ---------------------------------------------------------------- words


def _unfilled(window: QQuickWindow, written: list[Written]) -> Iterator[str]:
    seen = Counter(one.text for one in written) | Counter(
        node.text(QAccessible.Text.Name) for node in accessible(window)
    )
    for text in seen:
        if _UNFILLED.search(text):
            yield f"left unfilled: {text!r}"
