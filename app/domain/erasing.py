"""What an erased member loses (LEDGER.md 24); the history stays, and belongs to nobody."""

from app.domain.effects import Forfeit
from app.domain.members import MemberState


def forfeit_of(state: MemberState) -> Forfeit:
    """Return the effect that takes all coins (a count) and store credit (minor units) away."""
    wallet = state.credit
    coins = sum(lot.amount for lot in state.lots) - state.debt - state.overdraft
    credit = sum(lot.amount for lot in wallet.lots) - wallet.debt - wallet.overdraft
    return Forfeit(coins, credit)
