"""A members file names people by number or phone; a row that cannot be read says why."""

from datetime import date

from app.wire.csv_table import BadRow
from app.wire.members_csv import Newcomer, newcomers


def test_rows_become_newcomers(tmp_path):
    path = tmp_path / "m.csv"
    path.write_text(
        "phone,member,name,birthday,marketing,language\n"
        "98200 11201,17,आरती,1990-05-31,yes,hi\n"
        ",18,,,,\n"
        ",19,,31/05/1990,,\n"
        ",20,,,maybe,\n"
        ",21,,,,ta\n",
        encoding="utf-8",
    )
    first, second, *bad = newcomers(path)
    assert first == Newcomer("17", "98200 11201", "आरती", "hi", date(1990, 5, 31), True, 2)
    assert second == Newcomer("18", line=3)
    assert [(type(one), one.line) for one in bad] == [(BadRow, 4), (BadRow, 5), (BadRow, 6)]
    assert [one.reason for one in bad if isinstance(one, BadRow)] == [
        'birthday is "31/05/1990"; write it like 1990-05-31',
        'marketing is "maybe"; write yes or no',
        'language is "ta"; it must be one of en, hi, fil',
    ]
