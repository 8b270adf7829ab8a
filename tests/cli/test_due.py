"""`afterword due`, `list`, `show`, `where`."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

RECORD = {
    "company": "Northwind",
    "role": "Platform engineer",
    "when": "2026-03-10 14:00",
    "region": "CA-ON",
    "said": "by March 18",
    "met": [{"name": "Dana Lee"}],
}


@pytest.fixture
def northwind(afterword):
    assert afterword("add", given=RECORD).code == 0
    return afterword


def test_what_is_due_is_told_with_its_day_and_reason(northwind):
    ran = northwind("due", "--today", "2026-03-19")
    assert ran.code == 0
    assert "Due 1" in ran.out
    assert "Follow up with Dana Lee" in ran.out
    assert "by Wed 18 Mar" in ran.out


def test_what_comes_up_is_told_only_as_far_ahead_as_asked(northwind):
    def kinds(within):
        return [
            step["kind"]
            for step in northwind("due", "--json", "--today", "2026-03-12", "--within", within).json
        ]

    assert kinds("1d") == ["thank-you"]
    assert kinds("7d") == ["thank-you", "follow-up"]
    assert kinds("1w") == kinds("7d")
    assert kinds("8w") == ["thank-you", "follow-up", "move-on"]


def test_a_step_as_json_has_its_date_and_its_reason(northwind):
    step = northwind("due", "--json", "--today", "2026-03-12").json[1]
    assert (step["company"], step["kind"], step["date"], step["due"]) == (
        "Northwind", "follow-up", "2026-03-19", False,
    )  # fmt: skip
    assert "18 Mar" in step["reason"]
    assert step["to"] == ["Dana Lee"]


def test_the_count_is_a_number_and_nothing_where_nothing_is_due(northwind):
    assert northwind("due", "--count", "--today", "2026-03-19").out == "1\n"
    assert (
        northwind("due", "--count", "--today", "2026-03-09", db=northwind.db.with_name("none.db")).out == ""
    )
    assert not northwind.db.with_name("none.db").exists()


def test_the_count_follows_every_change_of_the_journal(afterword):
    assert afterword("due", "--count").out == ""
    afterword.add(met=[{"name": "Dana Lee"}])
    assert afterword("due", "--count").out == "1\n"
    assert afterword("due", "--count").out == "1\n"
    afterword.add(company="Tessera", met=[{"name": "Sam"}, {"name": "Li"}])
    assert afterword("due", "--count").out == f"{sum(s['due'] for s in afterword('due', '--json').json)}\n"


def test_the_count_answers_without_loading_the_database(afterword, monkeypatch):
    afterword.add(met=[{"name": "Dana Lee"}])
    first = afterword("due", "--count").out
    monkeypatch.setattr("app.storage.journal.Journal.open", None)
    assert afterword("due", "--count").out == first == "1\n"


def test_what_is_added_or_read_back_is_counted_at_once_without_the_database(afterword, monkeypatch):
    afterword.add(met=[{"name": "Dana Lee"}])
    other = afterword.db.with_name("other.db")
    exported = afterword("export", "--json", "-").out
    assert afterword("import", "-", given=exported, db=other).code == 0
    monkeypatch.setattr("app.storage.journal.Journal.open", None)
    assert afterword("due", "--count").out == "1\n"
    assert afterword("due", "--count", db=other).out == "1\n"


def test_the_region_is_guessed_as_on_the_screen_as_long_as_it_was_not_set(afterword, monkeypatch):
    monkeypatch.setattr("app.clock.zone_name", lambda: "Europe/Berlin")
    afterword.add(when="2026-03-10 14:00", said="in five business days")
    (promise,) = [each["promise"] for each in afterword("show", "1", "--json").json[0]["interviews"]]
    assert promise["day"] == "2026-03-17"
    # Good Friday and Easter Monday are no business days there
    afterword.add(company="Tessera", when="2026-04-02 14:00", said="in two business days")
    (promise,) = [each["promise"] for each in afterword("show", "Tessera", "--json").json[0]["interviews"]]
    assert promise["day"] == "2026-04-08"


def test_with_nothing_noted_it_says_how_to_begin(afterword):
    for command in ("due", "list"):
        ran = afterword(command)
        assert ran.code == 0
        assert "afterword capture" in ran.out
    assert not afterword.db.exists()


@pytest.mark.parametrize("within", ["soon", "-3d", "14 parsecs", "", "99999d"])
def test_a_span_that_cannot_be_read_is_refused(northwind, within):
    ran = northwind("due", "--within", within)
    assert ran.code == 2
    assert "14d" in ran.err


def test_a_day_that_cannot_be_read_is_refused(northwind):
    assert northwind("due", "--today", "someday").code == 2


def test_the_list_names_each_opportunity_with_what_is_next(northwind):
    northwind.add(company="Tessera Labs")
    lines = northwind("list").lines
    assert len(lines) == 2
    assert "Tessera Labs" in lines[0]
    assert "Northwind, Platform engineer" in lines[1]


@pytest.mark.parametrize("which", ["1", "#1", "northwind", "NORTHWIND, platform engineer", "north", "dana"])
def test_an_opportunity_is_found_by_number_or_name(northwind, which):
    ran = northwind("show", which)
    assert ran.code == 0
    assert ran.lines[0] == "Northwind, Platform engineer"


def test_show_tells_everything_known_in_order(northwind):
    out = northwind("show", "1").out
    for told in ("Region: CA-ON", "Dana Lee", "Interview, round 1", "“by March 18”", "What is next"):
        assert told in out


def test_show_tells_how_the_words_were_read(afterword):
    for company, said in (("A", "by March 18"), ("B", "don't call us"), ("C", "soon")):
        afterword.add(company=company, when="2026-03-10", said=said)
    assert "“by March 18”, read as deadline Wed 18 Mar" in afterword("show", "A").out
    assert "“don't call us”, read as no-contact" in afterword("show", "B").out
    assert "“soon”, read as" not in afterword("show", "C").out


def test_a_name_that_fits_none_or_several_is_told(northwind):
    northwind.add(company="Northgate")
    none, several = northwind("show", "zzz"), northwind("show", "north")
    assert (none.code, several.code) == (2, 2)
    assert "“zzz”" in none.err
    assert "Northwind" in several.err
    assert "Northgate" in several.err


def test_where_names_every_path(afterword):
    ran = afterword("where")
    assert ran.code == 0
    assert str(afterword.db) in ran.out
    (paths,) = afterword("where", "--json").json
    assert paths["journal"] == str(afterword.db)
    assert set(paths) >= {"journal", "drafts", "backups", "settings"}
    assert afterword("where", db=afterword.db.with_name("other.db")).out.count("other.db") >= 4


def test_the_count_in_a_shell_prompt_loads_nothing_heavy(afterword):
    afterword.add(met=[{"name": "Dana Lee"}])
    assert afterword("due", "--count").out == "1\n"
    code = (
        "import sys; from app.__main__ import main; main(['due', '--count']);"
        "print(*[m for m in ('typer', 'sqlmodel', 'textual', 'pydantic', 'holidays', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "1\n\n"


def test_the_count_of_another_journal_is_its_own(afterword):
    afterword.add(met=[{"name": "Dana Lee"}])
    assert afterword("due", "--count", db=afterword.db.with_name("other.db")).out == ""
    assert afterword("due", "--count").out == "1\n"
