"""Sikka: gamified loyalty for real shops (see app/README.md for the layers and their law)."""
