"""What staff at the redemption screen read about the connection: what can be handed over still."""

from dataclasses import replace
from typing import assert_never

from app.ui.connection_sentences import ConnectionInputs, standing, when
from app.ui.viewmodels.connection import ConnectionProps, derive_connection
from app.ui.words import translate


def derive_redemption_connection(inputs: ConnectionInputs) -> ConnectionProps:
    """Return the strip across the redemption screen; empty when everything can be done."""
    return replace(derive_connection(inputs), sentence=_sentence(inputs), detail=_detail(inputs))


def _sentence(inputs: ConnectionInputs) -> str:
    stands = standing(inputs.status)
    match stands:
        case "solo" | "online" | "trying":
            return ""
        case "revoked":
            return translate(
                "redemption", "The owner has taken this screen out of use. Ask the owner."
            )
        case "update":
            return translate("redemption", "Sikka on this screen needs an update. Vouchers wait.")
        case "clock":
            return translate("redemption", "The clock of this computer is wrong. Set it right.")
        case "offline":
            if not inputs.status.last_contact_ms:
                return translate("redemption", "No connection yet.")
            return translate("redemption", "No connection since {when}.").format(
                when=when(inputs, inputs.status.last_contact_ms)
            )
        case _:
            assert_never(stands)


def _detail(inputs: ConnectionInputs) -> str:
    if standing(inputs.status) != "offline":
        return ""
    here = translate(
        "redemption",
        "You can hand over what was chosen at this screen. All other vouchers wait until it is "
        "back.",
    )
    if not inputs.coins_per_member:
        return here
    coins = translate(
        "redemption",
        "Members can choose rewards here for up to {coins} coin(s) each.",
        None,
        inputs.coins_per_member,
    ).format(coins=inputs.money.number(inputs.coins_per_member))
    return f"{here} {coins}"
