"""Loading early, on another thread, what the first sign-in and the first scan need."""

from app.services import pins
from app.services.shop import Shop


def make_ready(shop: Shop) -> None:
    """Load hashing and ciphers; 40 ms that are free while a window is being drawn."""
    pins.load_hasher()
    shop.vault.load_cipher()
