"""Deterministic simulation of the real code: stations, a hub, a network, and what goes wrong.

One seed is one run: whatever is drawn comes from `random.Random(seed)`. Only four ports are not
those of a shop: the clocks, the network, the randomness and where files lie (memory). A developer's
tool, so it is part of the checkout and of no wheel: `python -m tests.simulation --seeds N`.
"""
