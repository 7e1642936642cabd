"""The programme document: one TOML file into a `Programme`, or every fault in it with its line.

The format is described in resources/demo/README.md. Templates for new shops are in `.templates`,
apart, because only they need an editor of TOML and a station starts faster without it.
"""

from app.wire.programmes.reading import normalised, read_programme
from app.wire.programmes.report import check_lines
from app.wire.programmes.table import Fault

__all__ = ["Fault", "check_lines", "normalised", "read_programme"]
