"""Draw the README's pictures into `packaging/pictures`, each from a demo shop made anew.

Usage: `python packaging/draw_pictures.py`
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PIL import Image

from app.domain.slips import DOTS, Slip
from app.hardware.receipt_picture import draw_slip
from app.services.open_sales import todays_sales
from app.services.slips import slip_of
from app.station import read_shop
from app.station.founding import create_demo
from app.station.screens import draw_screen, picture_size

FOLDER: Final = Path(__file__).parent / "pictures"
LANGUAGES: Final = ("en", "hi", "fil")
PICTURES: Final = (
    *(("counter", language) for language in LANGUAGES),
    *(("kiosk-home", language) for language in LANGUAGES),
    ("kiosk-attract", "hi"),
    ("kiosk-rewards", "en"),
    ("kiosk-survey", "en"),
    ("kiosk-ticket", "en"),
    ("kiosk-moment-since", "en"),
    ("exchange", "en"),
    ("training", "en"),
    ("setup", "en"),
    ("display-thanks", "en"),
    ("display-bill", "hi"),
    ("display-note", "en"),
    ("display-pin", "fil"),
    ("display-idle", "en"),
    ("redemption-waiting", "en"),
    ("redemption-answer", "en"),
    ("launcher", "en"),
)
_WIDEST: Final = 1280
"""More pixels than this a page does not show."""


def main() -> None:
    """Draw all pictures; what was there before goes."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with TemporaryDirectory() as place:
        shops = {country: Path(place) / country for country in ("IN", "PH")}
        for country, shop in shops.items():
            create_demo(shop, country)
        for scene, language in PICTURES:
            out = FOLDER / f"{scene}-{language}.png"
            shop = shops["PH" if language == "fil" else "IN"]
            draw_screen(shop, scene, language, picture_size(scene), out)
            make_small(out)
            print(out.name, out.stat().st_size // 1024, "KiB")
        for language in LANGUAGES:
            out = FOLDER / f"slip-{language}.png"
            draw_newest_slip(shops["PH" if language == "fil" else "IN"], language, out)
            print(out.name, out.stat().st_size // 1024, "KiB")


def draw_newest_slip(folder: Path, language: str, out: Path) -> None:
    """Draw the slip of the newest sale to a member that brought coins."""
    with read_shop(folder) as shop:
        sales = (one for one in todays_sales(shop) if one.member and one.coins)
        slip = slip_of(shop, next(sales).sale, language)
    if isinstance(slip, Slip):
        out.write_bytes(draw_slip(slip, DOTS[58]))


def make_small(picture: Path) -> None:
    """Keep a picture as wide as a page and in 128 colours."""
    with Image.open(picture) as drawn:
        image = drawn.convert("RGB")
    if image.width > _WIDEST:
        image = image.resize((_WIDEST, image.height * _WIDEST // image.width))
    # By what colours there are, not by how much of each: a small green word stays green.
    small = image.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=4, dither=Image.Dither.NONE)
    small.save(picture, optimize=True)


if __name__ == "__main__":
    main()
