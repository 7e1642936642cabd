"""The scenes of the redemption screen."""

from collections.abc import Callable
from typing import Any, Final

from app.services import staff
from app.services.shop import Shop
from app.ui.jobs import ManualJobs
from app.ui.redemption_window import RedemptionWindow
from app.ui.scenes import Scenes
from app.ui.viewmodels.redemption.root import RedemptionViewModel


class _Stage:
    """The screen with somebody signed in, and the few things a scene does."""

    def __init__(self, shop: Shop, root: RedemptionViewModel, jobs: ManualJobs) -> None:
        self.shop = shop
        self.root = root
        self.jobs = jobs

    def sign_in(self) -> None:
        """Put a cashier at the screen, or whoever works here."""
        people = staff.list_staff(self.shop)
        cashiers = [one for one in people if one.role == "cashier"]
        if people:
            self.root.signed_in((cashiers or list(people))[0])
        self.jobs.drain()


_SCENES: Final[dict[str, Callable[[_Stage], None]]] = {
    "redemption-signin": lambda _: None,
    "redemption": _Stage.sign_in,
}


def _scene(
    play: Callable[[_Stage], None],
) -> Callable[[Shop, Any, ManualJobs], None]:
    return lambda shop, root, jobs: play(_Stage(shop, root, jobs))


REDEMPTION: Final = Scenes(RedemptionWindow, {name: _scene(play) for name, play in _SCENES.items()})
"""What the redemption screen shows."""
