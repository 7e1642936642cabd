"""What tests of one shop without a server ask again and again."""

from app.domain.members import coins_on
from app.services.returns import ReturnAsk
from app.services.shop import Shop


def spendable(shop: Shop, member: str) -> int:
    return coins_on(shop.state(member), shop.moment().on).spendable


def ask(shop: Shop, receipt: str, **other: object) -> ReturnAsk:
    return ReturnAsk(shop.mint(), receipt, **other)  # type: ignore[arg-type]
