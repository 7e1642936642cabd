"""The view models of the staff redemption screen: one for each part of it, and the root above."""
