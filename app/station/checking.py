"""The catalogue a programme is compared with."""

from pathlib import Path

from app.services.catalogue import names
from app.station import read_shop
from app.wire.csv_table import text_lines
from app.wire.programmes.unknown_goods import Goods, goods_in


def goods_of(catalogue: Path | None, folder: Path | None) -> Goods | None:
    """Return the goods of a CSV file, else of the shop in a folder; None when it has none.

    Raises TableError or SettingsError when what is named cannot be read.
    """
    if catalogue is not None:
        return goods_in(text_lines(catalogue))
    if folder is None:
        return None
    with read_shop(folder) as shop:
        goods = Goods(*names(shop))
    return goods if goods.categories or goods.skus else None
