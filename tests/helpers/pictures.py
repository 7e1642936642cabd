"""Pictures with and without codes, the same ones in every run."""

import random
from typing import Any

import qrcode
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter
from zxingcpp import BarcodeFormat

FRAME = (1280, 720)


def qr(text: str, module: int = 6) -> Image.Image:
    """A QR code as printed: grey, four modules of quiet zone, `module` pixels each."""
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, box_size=module, border=4)
    code.add_data(text)
    image: Image.Image = code.make_image().get_image()
    return image.convert("L")


def barcode(digits: str, kind: BarcodeFormat, scale: int = 3) -> Image.Image:
    """A code as on goods, drawn by zxing-cpp."""
    drawn: Any = zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(digits, kind), scale=scale)
    height, width = memoryview(drawn).shape or (0, 0)
    return Image.frombytes("L", (width, height), bytes(drawn))


def on_frame(*codes: Image.Image, size: tuple[int, int] = FRAME, grey: int = 170) -> Image.Image:
    """The codes side by side on an empty grey frame."""
    frame = Image.new("L", size, grey)
    for index, code in enumerate(codes):
        centre = size[0] * (2 * index + 1) // (2 * len(codes))
        frame.paste(code, (centre - code.width // 2, (size[1] - code.height) // 2))
    return frame


def cluttered(seed: int, size: tuple[int, int] = FRAME) -> Image.Image:
    """A frame full of things that are no code: lines, squares, text, checks, noise."""
    rng = random.Random(seed)
    frame = Image.effect_noise(size, rng.uniform(10, 60))
    draw = ImageDraw.Draw(frame)
    for _ in range(120):
        x, y = rng.randrange(size[0]), rng.randrange(size[1])
        w, h = rng.randrange(4, 180), rng.randrange(4, 180)
        shade = rng.randrange(256)
        match rng.randrange(6):
            case 0:
                draw.rectangle((x, y, x + w, y + h), fill=shade)
            case 1:
                draw.ellipse((x, y, x + w, y + h), fill=shade)
            case 2:
                draw.line((x, y, x + w * 2, y + h), fill=shade, width=rng.randrange(1, 6))
            case 3:
                draw.text(
                    (x, y), f"₹{w * h} TOTAL {shade}", fill=shade, font_size=rng.randrange(9, 40)
                )
            case 4:  # finder patterns without a code
                for inset, tone in ((0, 0), (1, 255), (2, 0)):
                    m = w // 14 + 1
                    box = (x + inset * m, y + inset * m, x + (7 - inset) * m, y + (7 - inset) * m)
                    draw.rectangle(box, fill=tone)
            case _:  # bars without a meaning
                for bar in range(0, w, 4):
                    draw.rectangle(
                        (x + bar, y, x + bar + rng.randrange(3), y + h), fill=rng.choice((0, 255))
                    )
    return frame.filter(ImageFilter.GaussianBlur(rng.uniform(0, 1.2)))
