"""The commands as a person runs them: sentences, exit codes, nothing overwritten or half done."""

import re
from pathlib import Path

import pytest

from app.services.clocks import SystemClock
from app.services.staff import SignedIn, list_staff, sign_in
from app.station import open_station, read_shop
from tests.helpers.command import ONE_RULE, one_rule_shop, sikka

pytestmark = pytest.mark.process

OWNER = ("--owner", "Asha Rao", "--pin", "2580")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_shop_is_made_of_options(tmp_path):
    shop = tmp_path / "new" / "shop"
    done = sikka("shop", "create", "--data", shop, "--template", "sari-sari", "--name", "Nena's",
                 "--store", 'The "corner"', *OWNER, "--yes")  # fmt: skip
    assert (done.code, done.err) == (0, "")
    assert str(shop) in done.out
    assert shop.stat().st_mode & 0o777 == 0o700
    assert (shop / "secret.key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in shop.parent.iterdir()] == ["shop"]
    with open_station(shop, SystemClock(), background=False) as station:
        programme = station.shop.programme
        assert (programme.country, programme.currency, programme.name["fil"]) == (
            "PH", "PHP", "Nena's",
        )  # fmt: skip
        assert station.shop.store == 'The "corner"'
        (owner,) = list_staff(station.shop)
        assert (owner.name, owner.role) == ("Asha Rao", "owner")
        assert isinstance(sign_in(station.shop, owner.id, "2580"), SignedIn)


def test_a_shop_is_made_of_six_answers(tmp_path):
    answers = "Asha Kirana\nkirana\nen,hi\nmain\n1\nAsha\n2580\n2580\n"
    done = sikka("shop", "create", "--data", tmp_path / "shop", answers=answers)
    assert done.code == 0, done.err
    with read_shop(tmp_path / "shop") as shop:
        assert shop.programme.name["hi"] == "Asha Kirana"
        assert shop.programme.languages == ("en", "hi")


def test_a_shop_is_never_overwritten(tmp_path):
    shop = one_rule_shop(tmp_path)
    before = contents(shop)
    again = sikka("shop", "create", "--data", shop, "--name", "Other", *OWNER, "--yes")
    assert again.code == 2
    assert "is there already and is left as it is" in again.err
    assert contents(shop) == before


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--name", "X", "--owner", "A", "--pin", "1234"), "PIN must have 4 to 8 digits"),
        (("--name", "X", "--owner", "", "--pin", "2580"), "owner's name is empty"),
        (("--name", "", *OWNER), "The shop needs a name"),
        (("--name", "X", "--languages", "ta", *OWNER), "languages"),
        (("--name", "X", "--store", "a:b", *OWNER), "store"),
        (("--programme", "none.toml", *OWNER), "none.toml: cannot be read"),
    ],
)
def test_a_wrong_answer_leaves_nothing_behind(tmp_path, wrong, said):
    done = sikka("shop", "create", "--data", tmp_path / "shop", *wrong, "--yes")
    assert done.code == 2
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_programme_that_begins_later_cannot_found_a_shop(tmp_path):
    file = tmp_path / "programme.toml"
    file.write_text("effective_from = 2999-01-01\n" + ONE_RULE, encoding="utf-8")
    done = sikka("shop", "create", "--data", tmp_path / "shop", "--programme", file, *OWNER,
                 "--yes")  # fmt: skip
    assert done.code == 2
    assert "begins on 2999-01-01" in done.err
    assert not (tmp_path / "shop").exists()


def test_a_folder_without_a_shop_is_said(tmp_path):
    for command in (("export", "members"), ("import", "members", "x.csv"), ("card", "M", "--out",
                    tmp_path / "c.png"), ("replay", "x.csv")):  # fmt: skip
        done = sikka(*command, "--data", tmp_path / "none")
        assert done.code == 2
        assert "no shop here" in done.err or "x.csv: cannot be read" in done.err
    assert list(tmp_path.iterdir()) == []


def test_the_user_s_own_shop_is_the_default(tmp_path):
    one_rule_shop(tmp_path)
    done = sikka("export", "members", SIKKA_HOME=str(tmp_path))
    assert done.code == 0
    assert done.out.startswith("member,name,")


def test_an_open_shop_is_not_written_to_by_another_process(tmp_path):
    shop = one_rule_shop(tmp_path)
    file = tmp_path / "members.csv"
    file.write_text("member,phone\n1,\n", encoding="utf-8")
    with open_station(shop, SystemClock(), background=False):
        refused = sikka("import", "members", file, "--data", shop)
        assert refused.code == 1
        assert re.search(r"open in another program \(process \d+\)", refused.err)
        assert sikka("export", "members", "--data", shop).code == 0
    assert sikka("import", "members", file, "--data", shop).code == 0


def test_programmes_are_checked_and_published(tmp_path):
    shop = one_rule_shop(tmp_path)
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(ONE_RULE.replace('per = "7.00"', 'per = "9.00"'), encoding="utf-8")
    bad.write_text(ONE_RULE.replace("coins = 3", "coins = -3"), encoding="utf-8")
    checked = sikka("programme", "check", good)
    assert checked.code == 0
    assert "worst case costs" in checked.out
    for command in (("check", bad), ("publish", bad, "--data", shop)):
        refused = sikka("programme", *command)
        assert refused.code == 2
        assert re.search(r"bad\.toml:\d+: .*expected", refused.err)
    assert sikka("programme", "publish", good, "--data", shop).code == 0
    with read_shop(shop) as opened:
        assert opened.programme.earn[0].per_minor == 900


def test_scanning_says_a_line_per_picture(tmp_path):
    done = sikka("scan", tmp_path / "none.png")
    assert done.code == 0
    assert '"codes": []' in done.out
    assert "is not there" in done.out


def test_every_command_has_help():
    commands = [(), ("shop",), ("shop", "create"), ("programme",), ("import",), ("import", "sales"),
                ("replay",), ("export",), ("card",), ("card", "print"), ("scan",)]  # fmt: skip
    for command in commands:
        assert sikka(*command, "--help").code == 0
    assert sikka("dance").code == 2
