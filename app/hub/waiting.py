"""Long polls: answered as soon as their cell has a new row, wherever it was booked (SYNC.md 6)."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import Final

LOOK_S: Final = 1.0
"""So often other processes' bookings are looked for, in one query for all waiting cells."""

LastSeqs = Callable[[Collection[str]], Awaitable[dict[str, int]]]


class Waiters:
    """Who waits for which cell; belongs to one event loop."""

    def __init__(self, last_seqs: LastSeqs) -> None:
        self._last_seqs = last_seqs
        self._waiting: dict[str, set[asyncio.Future[None]]] = {}
        self._after: dict[asyncio.Future[None], int] = {}
        self._looking: asyncio.Task[None] | None = None
        self._stopped = False

    def __len__(self) -> int:
        return len(self._after)

    async def until_news(self, cell_id: str, after: int, wait_s: float) -> None:
        """Return when the cell has a row past `after`, after `wait_s` seconds, or at the end."""
        if self._stopped:
            return
        news = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(cell_id, set()).add(news)
        self._after[news] = after
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        try:
            await asyncio.wait([news], timeout=wait_s)
        finally:
            self._after.pop(news, None)
            others = self._waiting[cell_id]
            others.discard(news)
            if not others:
                del self._waiting[cell_id]

    def wake(self, cell_id: str) -> None:
        """Something was booked in a cell: everybody who waits for it looks."""
        for news in self._waiting.get(cell_id, ()):
            if not news.done():
                news.set_result(None)

    def stop(self) -> None:
        """Answer everybody; nobody waits from now on."""
        self._stopped = True
        for cell_id in self._waiting:
            self.wake(cell_id)

    async def _look(self) -> None:
        """Look once a second while anybody waits; the first look is at once.

        What was booked between a poll's answer and its waiting is so found too.
        """
        while self._waiting and not self._stopped:
            found = await self._last_seqs(tuple(self._waiting))
            for cell_id, last_seq in found.items():
                if any(self._after[news] < last_seq for news in self._waiting.get(cell_id, ())):
                    self.wake(cell_id)
            await asyncio.sleep(LOOK_S)
