"""Whether the hub is there is not known before it was asked."""

from pathlib import Path

import pytest

from app.sync.exchange import Answer, UnreachableError
from app.ui.connection_sentences import standing
from tests.helpers.shops import document_of
from tests.helpers.stations import chain_of


class Unplugged:
    """A cable that leads nowhere."""

    def send(
        self, method: str, path: str, body: bytes = b"", *, token: str = "", timeout_s: float = 1.0
    ) -> Answer:
        raise UnreachableError(path)

    def close(self) -> None:
        pass


def test_a_station_is_away_only_after_an_attempt(tmp_path: Path):
    with chain_of(tmp_path, document=document_of()) as chain:
        station = chain.joined("2")
        link = station.link
        assert standing(link.status()) == "trying"
        assert not link.status().away
        reached, link.port = link.port, chain.client(station.folder, Unplugged())
        with pytest.raises(UnreachableError):
            link.pump()
        assert standing(link.status()) == "offline"
        assert link.status().away
        link.port = reached
        link.pump()
        assert standing(link.status()) == "online"
