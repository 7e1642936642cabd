"""A station's window in a process of its own, tapped and read from another one.

Usage: python -m tests.helpers.driven_screen ROLE FOLDER LANGUAGE
It opens the window as `sikka ROLE` does and says "Open.". Every line on its standard input is then
a JSON array, an act and what it needs; every act gets one JSON value back. The window's process
ends when its input does.
"""

import json
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from app.config import Role
from tests.helpers.launched import PATIENCE_S, until
from tests.helpers.tree import ROOT

WIDTH, HEIGHT = 1280, 800
HAND_MS = 120
"""Between two keys of a hand: a keyboard scanner is known by its speed."""
STAY = "Yes, go on"
"""What somebody taps whom the kiosk asks whether they are still there."""
NO_SPEAKER = "PulseAudioService:"
"""What Qt's sound says on a computer that has none."""


class Screen:
    """The window of another process, as somebody before it sees and touches it."""

    def __init__(self, role: Role, folder: Path, place: Path, language: str = "en") -> None:
        """Start it; what it complains about is kept in the folder `place`."""
        self.role = role
        self._complaints = place / f"{role}.err"
        display = place / "display.json"
        one = {"name": "one", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT}
        density = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        display.write_text(json.dumps({"screens": [one | density]}))
        with self._complaints.open("wb") as complaints:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, role, str(folder), language],
                cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints,
                env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={display}"},
            )  # fmt: skip

    def wait_open(self) -> None:
        """Wait until the window is there."""
        assert self._line() == b"Open.\n", self.complaints()

    def complaints(self) -> str:
        """What the process wrote to nobody: warnings of Qt and of QML, errors, logs."""
        lines = self._complaints.read_text("utf-8").splitlines()
        return "\n".join(line for line in lines if not line.startswith(NO_SPEAKER))

    def see(self, text: str) -> None:
        """Wait until a text can be read in the window, and stay there."""
        until(
            lambda: self.shows(text) or self._stays(),
            lambda: f"{self.role}: no {text!r} in {self.texts()}",
        )

    def shows(self, text: str) -> bool:
        """Say whether a text can be read in the window now."""
        return any(text in one for one in self.texts())

    def texts(self) -> list[str]:
        """All that can be read in the window now."""
        found: list[str] = self._do("texts")
        return found

    def tap(self, name: str) -> None:
        """Tap what is called so, or begins so, once it is there."""
        until(
            lambda: bool(self._do("tap", name)),
            lambda: f"{self.role}: nothing to tap is called {name!r}: {self._do('names')}",
        )

    def press(self, key: str) -> None:
        """Press a key by its name: F12, Return."""
        self._do("press", key)

    def type(self, text: str) -> None:
        """Type a text into whatever has the focus, as slowly as a hand."""
        self._do("type", text)

    def scan(self, text: str) -> None:
        """Let the keyboard scanner of this computer read a code."""
        self._do("scan", text)

    def photograph(self) -> str:
        """Wait for a QR code in the window; return what it says."""
        until(lambda: bool(self._do("codes")), lambda: f"{self.role}: no code in {self.texts()}")
        code: str = self._do("codes")[0]
        return code

    def end(self) -> None:
        """Take the window away; nothing is left running."""
        with suppress(BrokenPipeError):
            self._stdin().close()
        try:
            self._process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
        finally:
            self._stdout().close()

    def _stays(self) -> bool:
        """Answer the kiosk where it asks whether somebody is still there; never true."""
        self._do("tap", STAY)
        return False

    def _do(self, *act: str) -> Any:
        self._stdin().write(json.dumps(act).encode() + b"\n")
        self._stdin().flush()
        said = self._line()
        assert said, f"{self.role} has ended: {self.complaints()}"
        return json.loads(said)

    def _line(self) -> bytes:
        ready, _, _ = select.select([self._stdout()], [], [], PATIENCE_S)
        assert ready, f"{self.role} does not answer: {self.complaints()}"
        return bytes(self._stdout().readline())

    def _stdin(self) -> Any:
        return self._process.stdin

    def _stdout(self) -> Any:
        return self._process.stdout


@contextmanager
def screens(folders: Mapping[Role, Path], place: Path) -> Iterator[dict[str, Screen]]:
    """Open the windows of several stations at the same time; give them by role."""
    with ExitStack() as ended:
        opened: dict[str, Screen] = {}
        for role, folder in folders.items():
            opened[role] = Screen(role, folder, place)
            ended.callback(opened[role].end)
        for one in opened.values():
            one.wait_open()
        yield opened


# ---------------------------------------------------------------- in the window's process


def acts_on(window: Any) -> dict[str, Callable[..., object]]:
    """Return what can be done to a window, by name."""
    from PIL import Image
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QAccessible, QImage
    from PySide6.QtTest import QTest

    from app.hardware.decoder import decode_still
    from tests.helpers.keys import accessible, press, texts, type_text

    tappable = {
        QAccessible.Role.Button,
        QAccessible.Role.RadioButton,
        QAccessible.Role.CheckBox,
        QAccessible.Role.ListItem,
    }

    def things() -> list[tuple[str, Any]]:
        return [
            (node.text(QAccessible.Text.Name), node)
            for node in accessible(window)
            if node.role() in tappable and not node.state().disabled
        ]

    def tap(name: str) -> bool:
        found = things()
        exact = [node for called, node in found if called == name]
        begun = [node for called, node in found if called.startswith(name)]
        for node in (exact or begun)[:1]:
            middle = QPointF(node.rect().center() - window.position()).toPoint()
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=middle)
            return True
        return False

    def scan(text: str) -> None:
        type_text(window, text)
        press(window, Qt.Key.Key_Return)

    def codes() -> list[str]:
        shot = window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
        stride = shot.bytesPerLine()
        size = (shot.width(), shot.height())
        return decode_still(
            Image.frombuffer("RGB", size, bytes(shot.constBits()), "raw", "RGB", stride, 1)
        )

    def press_key(name: str) -> None:
        QTest.qWait(HAND_MS)
        press(window, Qt.Key[f"Key_{name}"])

    def type_slowly(text: str) -> None:
        for character in text:
            QTest.qWait(HAND_MS)
            type_text(window, character)

    return {
        "texts": lambda: texts(window),
        "names": lambda: [name for name, _ in things()],
        "tap": tap,
        "press": press_key,
        "type": type_slowly,
        "scan": scan,
        "codes": codes,
    }


def listen(window: Any) -> None:
    """Do to the window what standard input says, until it ends."""
    from PySide6.QtCore import QObject, Qt, Signal

    acts = acts_on(window)

    class Inbox(QObject):
        heard = Signal(str)

    def do(line: str) -> None:
        name, *needs = json.loads(line)
        print(json.dumps(acts[name](*needs)), flush=True)

    def read() -> None:
        for line in sys.stdin:
            inbox.heard.emit(line)
        os.kill(os.getpid(), signal.SIGTERM)

    inbox = Inbox(window)
    inbox.heard.connect(do, Qt.ConnectionType.QueuedConnection)
    threading.Thread(target=read, name="inbox", daemon=True).start()
    print("Open.", flush=True)


def main(role: Role, folder: str, language: str) -> int:
    """Show the window until standard input ends."""
    from app.station.screens import open_screen

    return open_screen(Path(folder), role, language, started=lambda _, window: listen(window))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))  # type: ignore[arg-type]
