"""`afterword add`: records from a pipe."""

import json
import os
import stat
from datetime import datetime, timedelta

import pytest
from cli_command import Command

FULL = {
    "company": "Northwind",
    "role": "Platform engineer",
    "when": "2026-03-10 14:00 to 15:00",
    "how": "Zoom",
    "round": 2,
    "region": "ca-on",
    "said": "by March 18",
    "said_on": "2026-03-11",
    "said_by": "Dana Lee",
    "next_step": "panel with the team",
    "met": [
        {"name": "Dana Lee", "title": "CTO", "email": "dana@northwind.example", "phone": "+1 555 010 0000"},
        {"name": "Sam Roy", "title": "recruiter"},
    ],
    "went_well": ["@Dana liked the move", "Blameless reviews"],
    "did_not_go_well": ["IAM roles"],
    "stood_out": ["Moving off Heroku"],
    "forgot_to_mention": ["The rota", "- Danish"],
    "topics": ["Postgres"],
    "personal": ["@Dana runs a half marathon"],
}


def shown(afterword, which="1"):
    (history,) = afterword("show", which, "--json").json
    return history


def test_every_field_of_a_record_arrives_in_the_journal(afterword):
    assert afterword("add", given=FULL).code == 0
    history = shown(afterword)
    opportunity, (interview,) = history["opportunity"], history["interviews"]
    assert (opportunity["employer"], opportunity["role"], opportunity["region"]) == (
        "Northwind", "Platform engineer", "CA-ON",
    )  # fmt: skip
    assert (interview["start"]["day"], interview["minutes"], interview["how"], interview["number"]) == (
        "2026-03-10", 60, "video", 2,
    )  # fmt: skip
    assert interview["next_step"] == "panel with the team"
    assert [(p["name"], p["greeting"], p["part"]) for p in interview["met"]] == [
        ("Dana Lee", "Dana", "interviewer"),
        ("Sam Roy", "Sam", "recruiter"),
    ]
    assert interview["met"][0]["email"] == "dana@northwind.example"
    assert [(p["kind"], p["text"], p["about"], p["helps"]) for p in interview["points"]] == [
        ("went well", "liked the move", "Dana Lee", True),
        ("went well", "Blameless reviews", "", True),
        ("did not go well", "IAM roles", "", True),
        ("stood out", "Moving off Heroku", "", True),
        ("forgot to mention", "The rota", "", True),
        ("forgot to mention", "Danish", "", False),
        ("topic", "Postgres", "", True),
        ("personal", "runs a half marathon", "Dana Lee", True),
    ]
    promise = interview["promise"]
    assert (promise["words"], promise["said_on"], promise["said_by"]) == (
        "by March 18",
        "2026-03-11",
        "Dana Lee",
    )
    assert (promise["kind"], promise["day"]) == ("deadline", "2026-03-18")


def test_only_the_company_and_the_day_are_needed(afterword):
    ran = afterword("add", given={"company": "Northwind", "when": "yesterday"})
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Kept: Northwind.")


@pytest.mark.parametrize("company", ["", None, "  "])
def test_the_company_may_be_not_known_yet(afterword, company):
    assert afterword("add", given={"company": company, "when": "yesterday"}).code == 0
    assert "Employer not known yet" in afterword("list").out


def test_records_come_as_one_object_over_lines_as_json_lines_or_as_a_list(afterword):
    one = json.dumps({"company": "A", "when": "yesterday"}, indent=2)
    lines = "\n".join(json.dumps({"company": c, "when": "yesterday"}) for c in "BC") + "\n\n"
    listed = json.dumps([{"company": c, "when": "yesterday"} for c in "DE"], indent=1)
    for given in (one, lines, listed, "\ufeff" + one):
        assert afterword("add", given=given).code == 0
    assert {each["company"] for each in afterword("list", "--json").json} == set("ABCDE")


def test_the_ids_come_out_as_json_lines(afterword):
    given = "\n".join(json.dumps({"company": c, "when": "yesterday"}) for c in "AB")
    assert afterword("add", "--json", given=given).json == [
        {"line": 1, "opportunity": 1, "interview": 1},
        {"line": 2, "opportunity": 2, "interview": 2},
    ]


TOMORROW = str((datetime.now().astimezone() + timedelta(days=2)).date())
GOOD = {"company": "A", "when": "yesterday"}


@pytest.mark.parametrize(
    ("record", "place", "why"),
    [
        ({"when": "yesterday"}, "company", "missing"),
        ({"company": "A"}, "when", "missing"),
        ({"company": "A", "when": ""}, "when", "missing"),
        (GOOD | {"when": "banana"}, "when", "banana"),
        (GOOD | {"when": TOMORROW}, "when", "still to come"),
        (GOOD | {"when": 5}, "when", "wants text, not a number"),
        (GOOD | {"said_on": TOMORROW}, "said_on", "still to come"),
        (GOOD | {"said": "soon", "said_on": "2020-01-01"}, "said_on", "before the interview"),
        (GOOD | {"salary": 5}, "salary", "no field of this name"),
        (GOOD | {"Company": "B"}, "Company", "did you mean company?"),
        (GOOD | {"wentwell": []}, "wentwell", "did you mean went_well?"),
        (GOOD | {"role": ["x"]}, "role", "wants text, not a list"),
        (GOOD | {"round": 0}, "round", "whole number"),
        (GOOD | {"round": True}, "round", "whole number"),
        (GOOD | {"round": 1.5}, "round", "whole number"),
        (GOOD | {"region": "CA-XX"}, "region", "no region"),
        (GOOD | {"met": [{"title": "CTO"}]}, "met[0].name", "missing"),
        (GOOD | {"met": [{"name": "A"}, {"name": "B", "email": "b@"}]}, "met[1].email", "no e-mail address"),
        (GOOD | {"met": [{"name": "A", "mail": "x"}]}, "met[0].mail", "did you mean email?"),
        (GOOD | {"met": [{"name": "A"}, {"name": "A"}]}, "met[1].name", "named twice"),
        (GOOD | {"met": 3}, "met", "wants a list of people"),
        (GOOD | {"went_well": [1]}, "went_well", "wants a list of text"),
        (GOOD | {"topics": {"a": 1}}, "topics", "wants a list of text"),
    ],
)
def test_a_bad_record_is_told_by_its_line_and_field_and_nothing_is_saved(afterword, record, place, why):
    ran = afterword("add", given=json.dumps(GOOD) + "\n" + json.dumps(record))
    assert ran.code == 2
    assert ran.out == ""
    (line,) = ran.err.splitlines()
    assert line.startswith(f"line 2, {place}: ")
    assert why in line
    assert afterword("list", "--json").json == []


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('{"company": "A", ', 2, "not JSON"),
        ("hello", 2, "not JSON"),
        ("5", 2, "a record is an object"),
        ('{"company": "A", "company": "B"}', 2, "given twice"),
        ('{"company": NaN}', 2, "NaN is no JSON"),
        ('{"a":' * 100_000, 2, "nested too deeply"),
    ],
)
def test_what_is_no_json_is_told_by_its_line(afterword, text, line, why):
    ran = afterword("add", given=json.dumps(GOOD) + "\n" + text)
    assert ran.code == 2
    assert ran.err.startswith(f"line {line}")
    assert why in ran.err
    assert len(ran.err.splitlines()) == 1


def test_bytes_that_are_no_utf_8_are_told_by_their_line(afterword):
    ran = afterword(
        "add", given=json.dumps(GOOD).encode() + b'\n{"company": "caf\xe9", "when": "yesterday"}\n'
    )
    assert (ran.code, ran.err) == (2, "line 2: this is not UTF-8 text. Nothing was saved.\n")


def test_each_bad_record_has_a_line_of_its_own(afterword):
    bad = [{"company": "A"}, GOOD, {"when": "yesterday"}, "x"]
    ran = afterword("add", given="\n".join(map(json.dumps, bad)))
    assert [line.split(":")[0] for line in ran.err.splitlines()] == [
        "line 1, when",
        "line 3, company",
        "line 4",
    ]


def test_keep_going_saves_the_good_records(afterword):
    ran = afterword(
        "add", "--keep-going", "--json", given=json.dumps({"company": "A"}) + "\n" + json.dumps(GOOD)
    )
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert ran.json == [{"line": 2, "opportunity": 1, "interview": 1}]
    assert len(afterword("list", "--json").json) == 1


def test_a_broken_record_does_not_hide_the_ones_behind_it(afterword):
    given = '{"company": "A",\n  "when": \n' + json.dumps(GOOD) + "\n" + json.dumps({"company": "C"})
    ran = afterword("add", given=given)
    assert [line.split(":")[0] for line in ran.err.splitlines()] == ["line 1", "line 4, when"]


@pytest.mark.parametrize("given", ["", "  \n\n", "[]"])
def test_no_record_at_all_is_told(afterword, given):
    ran = afterword("add", given=given)
    assert ran.code == 2
    assert "No record came in" in ran.err


def test_two_records_of_one_job_are_one_opportunity(afterword):
    afterword.add(role="Engineer")
    afterword.add(role="Engineer", round=2)
    (one,) = afterword("list", "--json").json
    assert one["interviews"] == 2


def test_the_journal_and_what_lies_beside_it_are_for_their_owner_only(tmp_path, monkeypatch):
    before = os.umask(0)
    try:
        afterword = Command(tmp_path / "new" / "folder" / "journal.db", monkeypatch)
        afterword.add(met=[{"name": "Dana Lee"}])
        afterword("due", "--count")
        afterword("export", "--json", afterword.db.with_name("all.json"))
    finally:
        os.umask(before)
    assert stat.S_IMODE(afterword.db.parent.stat().st_mode) == 0o700
    beside = [path for path in afterword.db.parent.rglob("*") if path.is_file()]
    assert {path.name for path in beside} >= {"journal.db", "journal.db.due.json", "all.json"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in beside} == {0o600}


def test_a_thousand_records_are_one_import(afterword):
    given = "\n".join(json.dumps({"company": f"C{i}", "when": "2026-01-05 10:00"}) for i in range(1000))
    ran = afterword("add", given=given)
    assert (ran.code, ran.out, ran.err) == (0, "Kept 1,000 interviews.\n", "")
