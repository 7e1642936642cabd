"""Many rows in one go, in the way that is quickest on each engine (SYNC.md 5).

The one place where booking tells PostgreSQL and SQLite apart.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    Column,
    Connection,
    CursorResult,
    Delete,
    Select,
    Table,
    any_,
    bindparam,
    insert,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import UserDefinedType

_TYPES: Final = {"VARCHAR": "varchar", "BIGINT": "int8", "INTEGER": "int4", "DATE": "date",
                 "BYTEA": "bytea", "BOOLEAN": "bool"}  # fmt: skip


class _Texts(UserDefinedType[str]):
    """An array of texts as PostgreSQL writes it: `{"a","b"}`."""

    cache_ok = True
    render_bind_cast = True

    def get_col_spec(self, **_: Any) -> str:
        """Return the type's name."""
        return "VARCHAR[]"


def add(core: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Add rows, each with a value for every column of the table, in their order."""
    if not rows:
        return
    if core.dialect.name == "postgresql":
        _copy(core, table, rows)
    else:
        names = table.columns.keys()
        core.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])


class Among:
    """A statement over those rows of a cell whose column holds one of some texts.

    They go as one array, not as many values; it is built once, since that takes longer than to
    run it.
    """

    def __init__(self, statement: Select[Any] | Delete, column: Column[str]) -> None:
        mine = statement.where(column.table.c.cell_id == bindparam("of_cell"))
        self._array = mine.where(column == any_(bindparam("texts", type_=_Texts())))
        self._each = mine.where(column.in_(bindparam("texts", expanding=True)))

    def run(
        self, core: Connection, cell_id: str, texts: Collection[str]
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run it for a cell and some texts."""
        if core.dialect.name == "postgresql":
            return core.execute(self._array, {"of_cell": cell_id, "texts": _array(texts)})
        return core.execute(self._each, {"of_cell": cell_id, "texts": list(texts)})


def _array(values: Iterable[str]) -> str:
    """Return texts as PostgreSQL writes an array of them; the driver's own way is far slower."""
    texts = [one.replace("\\", "\\\\").replace('"', '\\"') for one in values]
    return '{"' + '","'.join(texts) + '"}' if texts else "{}"


def _copy(core: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    statement, types = _copying(table)
    cursor: Any = core.connection.cursor()
    try:
        with cursor.copy(statement) as copy:
            copy.set_types(types)
            for row in rows:
                copy.write_row(row)
    except core.dialect.loaded_dbapi.Error as error:
        # As SQLAlchemy raises them, so that who retries and who tells of a full disk know them.
        gone = core.dialect.is_disconnect(error, core.connection.dbapi_connection, cursor)
        raise DBAPIError.instance(
            statement, None, error, core.dialect.loaded_dbapi.Error,
            connection_invalidated=gone, dialect=core.dialect,
        ) from error  # fmt: skip
    finally:
        cursor.close()


@cache
def _copying(table: Table) -> tuple[str, tuple[str, ...]]:
    """Return the statement that copies a table's rows, and the types of its columns."""
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    types = [column.type.compile(dialect).partition("(")[0] for column in table.columns]
    names = ", ".join(table.columns.keys())
    return f"COPY {table.name} ({names}) FROM STDIN (FORMAT BINARY)", tuple(map(_TYPES.get, types))  # type: ignore[arg-type]
