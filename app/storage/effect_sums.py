"""Effects of a cell added up by SQL alone, for `sikka doctor`.

Nothing here uses the fold, so that what agrees with it was counted twice by different means.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sqlalchemy import Connection, text

_ROWS: Final = 500

# An effect is an array: its name, then its fields in order (see domain.events).
_SQLITE_EFFECTS: Final = """
WITH effect AS (
  SELECT f.member AS member, f.seq AS seq, e.key AS place, json_extract(e.value, '$[0]') AS kind,
    json_extract(e.value, '$[1]') AS first, json_extract(e.value, '$[2]') AS second
  FROM feed f, json_each(
    CASE WHEN json_valid(CAST(f.body AS TEXT)) THEN CAST(f.body AS TEXT) ELSE '{}' END, '$.effects'
  ) e
  WHERE f.cell_id = :cell_id AND f.member <> ''
    AND (f.outcome = 'booked' OR (f.outcome = 'worthless'
      AND json_extract(e.value, '$[0]') IN ('spend', 'debit')))
),
"""
# Type json, not jsonb, which refuses a zero byte in a text.
_POSTGRES_EFFECTS: Final = """
WITH effect AS (
  SELECT f.member AS member, f.seq AS seq, e.place AS place, e.value->>0 AS kind,
    e.value->>1 AS first, e.value->>2 AS second
  FROM feed f, json_array_elements(convert_from(f.body, 'UTF8')::json->'effects')
    WITH ORDINALITY AS e(value, place)
  WHERE f.cell_id = :cell_id AND f.member <> ''
    AND (f.outcome = 'booked' OR (f.outcome = 'worthless'
      AND e.value->>0 IN ('spend', 'debit')))
),
"""
_NUMBER: Final = {"sqlite": "{}", "postgresql": "CAST({} AS BIGINT)"}
_SUMS: Final = """
forfeited AS (SELECT member, MAX(seq) AS seq FROM effect WHERE kind = 'forfeit' GROUP BY member),
newest AS (
  SELECT member, kind, seq,
    ROW_NUMBER() OVER (PARTITION BY first ORDER BY seq DESC, place DESC) AS back,
    MAX(CASE WHEN kind = 'withdraw' THEN 1 ELSE 0 END) OVER (PARTITION BY first) AS gone
  FROM effect WHERE kind IN ('issue', 'claim', 'unclaim', 'withdraw')
),
live AS (
  SELECT n.member AS member, COUNT(*) AS vouchers
  FROM newest n LEFT JOIN forfeited f ON f.member = n.member
  WHERE n.back = 1 AND n.gone = 0 AND n.kind IN ('issue', 'unclaim') AND n.seq > COALESCE(f.seq, 0)
  GROUP BY n.member
)
SELECT effect.member,
  CAST(SUM(CASE kind WHEN 'earn' THEN {first} WHEN 'reverse' THEN -{first} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'spend' THEN {first} WHEN 'respend' THEN {first}
    WHEN 'restore' THEN -{first} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'expire' THEN {first} WHEN 'forfeit' THEN {first} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'visit' THEN {second} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'status' THEN {second} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'paid' THEN {second} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'credit' THEN {first} WHEN 'debit_restore' THEN {first}
    WHEN 'credit_reverse' THEN -{first} WHEN 'debit' THEN -{first}
    WHEN 'redebit' THEN -{first} WHEN 'credit_expire' THEN -{first}
    WHEN 'forfeit' THEN -{second} ELSE 0 END) AS BIGINT),
  COALESCE(MAX(live.vouchers), 0)
FROM effect LEFT JOIN live ON live.member = effect.member
GROUP BY effect.member ORDER BY effect.member
"""


class Sums(NamedTuple):
    """One member id's effects added up: coins, purchases, status points, money paid, store credit.

    Coins that were forfeited count as expired; `vouchers` are those still good.
    """

    earned: int = 0
    spent: int = 0
    expired: int = 0
    purchases: int = 0
    status: int = 0
    paid_minor: int = 0
    credit_minor: int = 0
    vouchers: int = 0


def effect_sums(core: Connection, cell_id: str) -> Iterator[tuple[str, Sums]]:
    """Yield (member, sums over the member's effects), by SQL alone."""
    engine = core.dialect.name
    effects = _POSTGRES_EFFECTS if engine == "postgresql" else _SQLITE_EFFECTS
    number = _NUMBER[engine]
    statement = effects + _SUMS.format(first=number.format("first"), second=number.format("second"))
    rows = core.execution_options(yield_per=_ROWS).execute(text(statement), {"cell_id": cell_id})
    return ((row[0], Sums(*row[1:])) for row in rows)
