"""A program of its own that shows a shop, its practice shop twice, and the shop again."""

import os
import sys
from pathlib import Path
from typing import Any


def main(folder: str) -> int:
    """Go from one to the next as soon as each is open; tell where one is."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QTimer

    from app.station.screens import open_counter

    seen: list[str] = []

    def started(window: Any, shown: Any) -> None:
        training = window.station.training
        seen.append("training" if training.props.active else "shop")
        print(seen[-1], flush=True)
        ways = (training.practise, training.practise, training.leave, shown.close)
        QTimer.singleShot(0, ways[len(seen) - 1])

    return open_counter(Path(folder), "en", started)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
