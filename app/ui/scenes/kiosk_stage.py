"""The kiosk of a scene: who comes, and what they look at."""

from collections.abc import Callable
from typing import Any, Final

from app.services import members, open_sales
from app.services.members import MemberView
from app.services.shop import Shop
from app.ui.jobs import ManualJobs
from app.ui.scenes import PictureError
from app.ui.viewmodels.kiosk.root import KioskViewModel

FEW: Final = ("aआ", 8)
ALL: Final = ("aeimrsआ", 30)
"""Letters that names are found by, and how many for each."""


class KioskStage:
    """The kiosk, and the few things a scene does."""

    def __init__(self, shop: Shop, kiosk: KioskViewModel, jobs: ManualJobs) -> None:
        self.shop = shop
        self.kiosk: Any = kiosk  # A Qt property hides the type of what it returns.
        self.jobs = jobs
        self.member = ""

    def members(self, letters: str, limit: int) -> list[str]:
        """Return members of today, and whose names have the letters; most coins first."""
        today = {row.member for row in open_sales.todays_sales(self.shop, 20) if row.member}
        found = {hit.member for text in letters for hit in members.find(self.shop, text, limit)}
        views = [members.open_member(self.shop, member) for member in today | found]
        known = [view for view in views if isinstance(view, MemberView) and view.name]
        if not known:
            raise PictureError("This shop has no members yet. Draw the demo shop instead.")
        known.sort(key=lambda view: (view.coins.spendable, view.member), reverse=True)
        return [view.member for view in known]

    def arrive(self, member: str = "") -> None:
        """Let a member scan their card, else one with many coins."""
        language = self.kiosk.props.language
        self.member = member or self.members(*FEW)[0]
        self.kiosk.arrive(self.member)
        self.jobs.drain()
        self.kiosk.setLanguage(language)
        self.jobs.drain()

    def seek(self, play: Callable[[], bool]) -> None:
        """Let one after the other come until `play` found what the scene is about."""
        for member in self.members(*ALL):
            language = self.kiosk.props.language
            self.arrive(member)
            if play():
                return
            self.kiosk.finish()
            self.kiosk.setLanguage(language)
        raise PictureError(
            "Nobody in this shop has what the scene shows. Draw the demo shop instead."
        )

    def go(self, screen: str) -> None:
        """Show one of the screens of somebody who comes."""
        self.arrive()
        self.show(screen)

    def show(self, screen: str) -> None:
        """Show another screen."""
        self.kiosk.go(screen)
        self.jobs.drain()
