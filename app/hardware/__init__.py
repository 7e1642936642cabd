"""Scanners, printers and drawers behind Protocols; may import storage, wire, below, and Qt."""
