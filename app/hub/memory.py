"""How a hub's process looks for unreachable objects: seldom, since it makes almost none.

What a booking decodes and folds holds no cycles and is freed by itself; looking through it, and
through all of the program, several times for each batch cost a fifth of the time to book it.
"""

import gc
from typing import Final

OBJECTS_BETWEEN: Final = 50_000
"""So many more objects than before are there until the youngest are looked through.

More than a booking holds, so that it sets off none.
"""


def settle_memory() -> None:
    """Leave what is loaded by now out of every later look, and look more seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN, 20, 20)
