"""How a station reaches the hub: one request, one answer, whatever lies between."""

from typing import Final, NamedTuple, Protocol


class UnreachableError(Exception):
    """No answer came: nobody knows whether the hub heard the request."""


class NotSentError(UnreachableError):
    """There is no way to the hub: it surely heard nothing."""


class RevokedError(Exception):
    """The owner shut this station out."""


class UpdateNeededError(Exception):
    """The hub is newer than this program, which cannot read what it sends."""


OTHER_VERSION: Final = (
    "The hub runs another version of Sikka than this station. Install the same one here."
)


class HubRefusedError(Exception):
    """The hub refused a request that should have been right; the text is its sentence."""

    def __init__(self, status: int, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.code = code


class Answer(NamedTuple):
    """What came back: an HTTP status and a body in MessagePack (or a file's bytes)."""

    status: int
    body: bytes


class Exchange(Protocol):
    """Carries requests to the hub: HTTP in a shop, a simulated network in the proof."""

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        token: str = "",
        timeout_s: float = 10.0,
    ) -> Answer:
        """Send one request (`path` begins with a slash and holds the query) and wait.

        Raises UnreachableError when no answer came within `timeout_s` seconds.
        """

    def close(self) -> None:
        """Let go of connections."""
