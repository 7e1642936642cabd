"""A scanner without a device, for demos and tests."""

from app.hardware.scanner import Scanner


class FakeScanner(Scanner):
    """Reads what it is told to read."""

    def scan(self, text: str) -> None:
        """Behave as if a code with this text had been scanned; ignored while switched off."""
        if self.running:
            self.scanned.emit(text, "fake")
