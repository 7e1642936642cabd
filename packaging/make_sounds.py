"""Write the sounds of the screens, `resources/sounds/*.wav`, from nothing but sums of sines.

They are our own, so they carry no licence of anybody else's; run again after a change here.
Usage: `python packaging/make_sounds.py`
"""

import math
import struct
import wave
from pathlib import Path

SOUNDS = Path(__file__).parent.parent / "resources" / "sounds"
RATE = 44_100
LOUDEST = 0.6
CHIME = ((0.0, 659.25), (0.16, 880.0), (0.32, 1108.73))
"""Three rising bells, E5 A5 C#6: (second it begins, hertz)."""
CHIME_S = 1.4
OVERTONES = ((1.0, 1.0, 3.2), (2.0, 0.42, 4.6), (3.01, 0.2, 7.0), (4.2, 0.09, 11.0))
"""A small bell: (times the pitch, how loud, how fast it fades)."""


def bell(pitch: float, since: float) -> float:
    """Return how far a bell struck `since` seconds ago swings, about -1.7 to 1.7."""
    if since < 0:
        return 0.0
    struck = min(1.0, since / 0.004)  # a click otherwise
    return struck * sum(
        loud * math.exp(-fade * since) * math.sin(2 * math.pi * pitch * times * since)
        for times, loud, fade in OVERTONES
    )


def chime() -> list[float]:
    """Return the samples of the chime, the last twentieth fading to silence."""
    count = int(RATE * CHIME_S)
    swings = [sum(bell(pitch, at / RATE - begin) for begin, pitch in CHIME) for at in range(count)]
    most = max(abs(swing) for swing in swings)
    return [
        swing / most * LOUDEST * min(1.0, (count - at) / (count * 0.05))
        for at, swing in enumerate(swings)
    ]


def write(path: Path, samples: list[float]) -> None:
    """Write samples between -1 and 1 as 16 bit mono."""
    path.parent.mkdir(exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", round(one * 32_767)) for one in samples))


if __name__ == "__main__":
    write(SOUNDS / "chime.wav", chime())
