"""Codes in a picture file: no hurry, every effort."""

import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.codes import Code, classify
from app.hardware.decoder import decode_still
from app.hardware.scanner import Scanner
from app.wire.scans import found_line, unreadable_line

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS: Final = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF", "PPM")
# Above a 1080p camera's long side the decoder gets slower and finds no more (measured); the full
# size is a last resort for a small code in a large photograph.
_LONG_SIDE = 1920
_MOST_PIXELS = 80_000_000
_TOO_LARGE = "has too many pixels; make it smaller and try again"
_WHY_NOT: Final = (
    (FileNotFoundError, "is not there; check the name"),
    (IsADirectoryError, "is a folder; name the pictures in it"),
    (PermissionError, "may not be read by this user; change its permissions"),
)


@dataclass(frozen=True, slots=True)
class UnreadableImage:
    """Why a file could not be looked at, as a sentence for people."""

    sentence: str


class ImageScanner(Scanner):
    """Reads codes from picture files that somebody chooses or drops."""

    def scan(self, path: str | os.PathLike[str]) -> None:
        """Report each code of a picture; one that cannot be read becomes the `problem`."""
        if not self.running:
            return
        found = read_image(path)
        self._set_problem(found.sentence if isinstance(found, UnreadableImage) else "")
        for code in () if isinstance(found, UnreadableImage) else found:
            self.scanned.emit(code.text, "image")


def read_image(path: str | os.PathLike[str]) -> list[Code] | UnreadableImage:
    """All codes of a picture, at best in the order the decoder meets them; [] when none is there.

    One plain pass finds four of five codes of real photographs. Only when it finds nothing are
    filters tried, each for another kind of damage, until one finds something.
    """
    image = _open_grey(Path(path))
    if isinstance(image, UnreadableImage):
        return image
    for attempt in _ATTEMPTS:
        if texts := attempt(image):
            return [classify(text, typed=False) for text in texts]
    return []


def scan_lines(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """One JSON line (without its newline) per picture, for `sikka scan`; see `app.wire.scans`."""
    for path in paths:
        found = read_image(path)
        if isinstance(found, UnreadableImage):
            yield unreadable_line(os.fspath(path), found.sentence)
        else:
            yield found_line(os.fspath(path), found)


def _open_grey(path: Path) -> "Image | UnreadableImage":
    """The picture upright, grey, transparent parts white."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415

    try:
        # Warnings are about odd metadata or many pixels; what is looked at below decides.
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                return _unreadable(path, _TOO_LARGE)
            upright = ImageOps.exif_transpose(opened)
            if upright.has_transparency_data:
                coloured = upright.convert("RGBA")
                white = Image.new("RGBA", coloured.size, "white")
                upright = Image.alpha_composite(white, coloured)
            return upright.convert("L")
    except UnidentifiedImageError:
        return _unreadable(path, "is not a picture; PNG, JPEG, WebP, BMP, GIF and TIFF can be read")
    except Exception as error:  # noqa: BLE001 - a damaged file can raise anything in its parser
        damaged = f"is damaged and cannot be shown ({error}); save it again"
        known = ((Image.DecompressionBombError, _TOO_LARGE), *_WHY_NOT)
        return _unreadable(path, next((w for e, w in known if isinstance(error, e)), damaged))


def _unreadable(path: Path, what: str) -> UnreadableImage:
    return UnreadableImage(f"{path.name or path} {what}.")


# ---------------------------------------------------------------- attempts, cheapest first


def _plain(image: "Image") -> list[str]:
    return decode_still(_capped(image))


def _histogram(image: "Image") -> list[str]:
    return decode_still(_capped(image), global_histogram=True)


def _stretched(image: "Image") -> list[str]:
    from PIL import ImageOps  # noqa: PLC0415

    return decode_still(ImageOps.autocontrast(_capped(image), cutoff=2))


def _larger(image: "Image") -> list[str]:
    return decode_still(_doubled(_capped(image)))


def _even_light_larger(image: "Image") -> list[str]:
    """Shadow, glare and low contrast: the local mean goes, what is left is amplified."""
    from PIL import ImageChops, ImageFilter  # noqa: PLC0415

    small = _capped(image)
    mean = small.filter(ImageFilter.BoxBlur(25))
    return decode_still(_doubled(ImageChops.subtract(small, mean, 0.35, 128)))


def _smooth(image: "Image") -> list[str]:
    from PIL import ImageFilter  # noqa: PLC0415

    return decode_still(_capped(image).filter(ImageFilter.GaussianBlur(1.5)))


def _sharp(image: "Image") -> list[str]:
    from PIL import ImageFilter  # noqa: PLC0415

    return decode_still(
        _doubled(_capped(image)).filter(ImageFilter.UnsharpMask(radius=6, percent=300))
    )


def _adaptive(radius: int) -> Callable[["Image"], list[str]]:
    """Black where darker than the neighbourhood's mean."""

    def attempt(image: "Image") -> list[str]:
        from PIL import ImageChops, ImageFilter  # noqa: PLC0415

        small = _capped(image)
        above = ImageChops.subtract(small, small.filter(ImageFilter.BoxBlur(radius)), 1, 135)
        return decode_still(above.point([0] * 128 + [255] * 128))

    return attempt


def _bright(image: "Image") -> list[str]:
    """Glare: only what is nearly white counts as white."""
    return decode_still(_capped(image).point([0] * 200 + [255] * 56))


def _full_size(image: "Image") -> list[str]:
    return decode_still(image) if max(image.size) > _LONG_SIDE else []


_ATTEMPTS: Final = (
    _plain,
    _histogram,
    _stretched,
    _bright,
    _adaptive(15),
    _adaptive(50),
    _smooth,
    _larger,
    _even_light_larger,
    _sharp,
    _full_size,
)


def _capped(image: "Image") -> "Image":
    scale = _LONG_SIDE / max(image.size)
    if scale >= 1:
        return image
    return image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))


def _doubled(image: "Image") -> "Image":
    from PIL.Image import Resampling  # noqa: PLC0415

    return image.resize((image.width * 2, image.height * 2), Resampling.BICUBIC)
