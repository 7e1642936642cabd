"""The sounds are what their script writes, short, and not too loud."""

import runpy
import wave
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CHIME = ROOT / "resources" / "sounds" / "chime.wav"


def test_the_chime_is_the_scripts_own(tmp_path: Path):
    script = runpy.run_path(str(ROOT / "packaging" / "make_sounds.py"))
    write: Callable[[Path, list[float]], None] = script["write"]
    write(tmp_path / "chime.wav", script["chime"]())
    assert (tmp_path / "chime.wav").read_bytes() == CHIME.read_bytes()


def test_the_chime_is_short_and_ends_in_silence():
    with wave.open(str(CHIME)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 44_100)
        assert 0.5 < file.getnframes() / file.getframerate() < 2
        frames = file.readframes(file.getnframes())
    swings = [
        abs(int.from_bytes(frames[at : at + 2], "little", signed=True))
        for at in range(0, len(frames), 2)
    ]
    assert 10_000 < max(swings) < 24_000
    assert max(swings[-100:]) < 200
