"""One schema and one set of statements for every engine, Citus too (SYNC.md 13)."""

import ast
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from app.domain.facts import ProgrammePublished
from app.hub.cell import Acknowledged, Push, found
from app.hub.open_cell import OpenCell
from app.hub.postgres import PostgresStore
from app.services.voids import undo_sale
from tests.helpers.cell_bases import CELL, CELL_TABLES, heads
from tests.helpers.ledger import event
from tests.helpers.shops import MORNING, STAFF, document_of, enrol, goods, new_station, sell
from tests.helpers.stores import citus_statements
from tests.helpers.tree import ROOT, texts

EVERYWHERE = {"enrolment", "station"}
BY_CELL = {table.name for table in CELL_TABLES} - EVERYWHERE
# Sums over all cells, and the copy of all rows.
MANY_CELLS = {"app/hub/reports.py", "app/hub/backups.py"}
FORBIDDEN = re.compile(
    r"advisory|\bNOTIFY\b|\bLISTEN\b|\bTEMP(?:ORARY)?\b|SAVEPOINT|begin_nested|nextval|\bxmin\b"
    r"|\bSequence\(|\bIdentity\(|\bSERIAL\b"
)


def test_only_two_tables_are_looked_up_before_a_cell_is_known():
    assert {table.name for table in CELL_TABLES if "everywhere" in table.info} == EVERYWHERE
    assert len(BY_CELL) >= 13


@pytest.mark.parametrize("name", sorted(BY_CELL))
def test_every_key_of_a_cell_table_begins_with_the_cell(name: str):
    table = next(one for one in CELL_TABLES if one.name == name)
    keys: list[Any] = [table.primary_key, *table.indexes]
    keys += [one for one in table.constraints if isinstance(one, sa.UniqueConstraint)]
    assert {next(column.name for column in key.columns) for key in keys} == {"cell_id"}
    assert not table.foreign_keys
    assert not [column.name for column in table.columns if column.unique]


@pytest.mark.parametrize("name", sorted(BY_CELL | EVERYWHERE))
def test_no_table_of_cells_counts_by_itself(name: str):
    table = next(one for one in CELL_TABLES if one.name == name)
    ddl = str(CreateTable(table).compile(dialect=postgresql.dialect()))
    assert not FORBIDDEN.search(ddl.upper()), ddl
    for column in table.columns:
        assert column.identity is None
        assert column.default is None
        assert column.server_default is None


def test_the_citus_script_names_the_tables_of_the_metadata():
    statements = citus_statements()
    made = [re.match(r"SELECT create_(\w+)_table\('(\w+)'(.*)", one) for one in statements]
    assert None not in made
    found = [(one[1], one[2], one[3]) for one in made if one]
    assert sorted(name for kind, name, _ in found if kind == "reference") == sorted(EVERYWHERE)
    divided = {name: rest for kind, name, rest in found if kind == "distributed"}
    assert set(divided) == BY_CELL
    assert len(found) == len(BY_CELL) + len(EVERYWHERE)
    first, *others = divided
    assert first == "cell", "the others are beside it"
    assert all(divided[one] == ", 'cell_id', colocate_with => 'cell')" for one in others)
    again = [re.search(r"WHERE table_name = '(\w+)'::regclass\)$", one) for one in statements]
    assert [one[1] for one in again if one] == [name for _, name, _ in found]


def hub_sources() -> Iterator[tuple[str, str]]:
    for path in texts(".py", under="app/hub"):
        yield path.as_posix(), (ROOT / path).read_text("utf-8")


def test_the_hub_asks_for_nothing_that_only_one_machine_has():
    for path, source in hub_sources():
        code = ast.unparse(_without_docstrings(ast.parse(source)))
        assert FORBIDDEN.findall(code) == [], path


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            node.body = [
                one
                for one in node.body
                if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
            ] or [ast.Pass()]
    return tree


NAMES_A_CELL = re.compile(r"\.cell_id == |cell_id=|'cell_id':|'of_cell'")


def test_one_module_reads_more_than_one_cell():
    """Every function of the hub that asks for rows of cells says which cell's, or asks who does."""
    careless = []
    for path, source in hub_sources():
        functions = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.FunctionDef)]
        careful = {one.name for one in functions if NAMES_A_CELL.search(ast.unparse(one))}
        careless += [
            f"{path}: {one.name}"
            for one in functions
            if path not in MANY_CELLS
            and _asks_cells(one)
            and not {one.name, *_called(one)} & careful
        ]
    assert careless == []


def _called(function: ast.FunctionDef) -> set[str]:
    calls = [one.func for one in ast.walk(function) if isinstance(one, ast.Call)]
    return {one.id for one in calls if isinstance(one, ast.Name)}


def _asks_cells(function: ast.FunctionDef) -> bool:
    """Say whether a statement on a table of cells is made here."""
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            names = {one.id for one in ast.walk(call) if isinstance(one, ast.Name)}
            if call.func.id in {"select", "update", "delete", "insert"} and names & BY_CELL:
                return True
    return False


# What is really sent: a day of a shop, its jobs, and accounts made anew.


@contextmanager
def heard(store: PostgresStore) -> Iterator[list[str]]:
    statements: list[str] = []

    def hear(_c, _cursor, statement: str, *_) -> None:
        statements.append(statement)

    engines = [store._writing, store._reading]
    for engine in engines:
        sa.event.listen(engine, "before_cursor_execute", hear)
    try:
        yield statements
    finally:
        for engine in engines:
            sa.event.remove(engine, "before_cursor_execute", hear)


def faults_of(statement: str) -> list[str]:
    """Return the tables of cells that a statement reads or writes without saying which cell."""
    tables = set(re.findall(r"\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)", statement)) & BY_CELL
    if statement.lstrip().startswith("INSERT"):
        columns = statement.partition("(")[2].partition(")")[0]
        return [] if columns.startswith("cell_id") else sorted(tables)
    where = " ".join(re.split(r"\b(?:WHERE|ON)\b", statement)[1:])
    named = set(re.findall(r"\b(\w+)\.cell_id = ", where))
    named |= set(re.findall(r"= (\w+)\.cell_id", where))
    return sorted(tables - named)


def test_the_check_of_statements_finds_what_names_no_cell():
    assert faults_of("SELECT feed.seq FROM feed WHERE feed.seq > 1") == ["feed"]
    assert faults_of("UPDATE cell SET last_seq=1") == ["cell"]
    assert faults_of("INSERT INTO lane (station_id, cell_id) VALUES (1, 2)") == ["lane"]
    assert faults_of("SELECT 1 FROM feed JOIN booked ON booked.seq = feed.seq"
                     " WHERE booked.cell_id = 1") == ["feed"]  # fmt: skip
    assert faults_of("SELECT 1 FROM feed WHERE feed.cell_id = 1 AND feed.seq > 2") == []


@pytest.mark.integration
def test_every_statement_of_a_booking_names_its_cell(postgres_url: str, tmp_path: Path):
    with new_station(tmp_path) as station:
        asha = enrol(station.shop)
        sale = sell(station.shop, "B-1", goods("a", 400_000, 2), member=asha)
        sell(station.shop, "B-2", goods("b", 20_000), member=asha, coins=50)
        undo_sale(station.shop, STAFF, sale.sale)
        bodies = [body for _, body, _ in station.db.unsent(0, 1000)]
    with closing(PostgresStore(postgres_url)) as store:
        store.run(lambda core: found(core, CELL))
        with heard(store) as statements:
            a_day_in(OpenCell(store, CELL), bodies)
    asked = {one for one in statements if re.search(rf"\b({'|'.join(BY_CELL)})\b", one)}
    assert len(asked) > 15
    assert {one: faults for one in asked if (faults := faults_of(one))} == {}
    assert [one for one in statements if FORBIDDEN.search(one)] == []


def a_day_in(cell: OpenCell, bodies: list[bytes]) -> None:
    facts = ProgrammePublished("p", document_of())
    published = event("programme_published", facts, (), MORNING.date(), "p")
    cell.book_own([replace(published, member="")])
    pushed = cell.push(Push("a" * 32, 1, 1, heads([])[0], tuple(bodies)))
    assert isinstance(pushed, Acknowledged)
    cell.end_days(MORNING.date() + timedelta(days=400))
    assert len(cell.rows_after(0, 1000)) > len(bodies)
    cell.distrust()
    cell.refold()
