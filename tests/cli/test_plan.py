"""`afterword plan`, run as a person or a script runs it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from app.cli.plan import plan_command
from app.errors import AfterwordError

RULES = Path(__file__).parents[1] / "domain"
CASES = list(csv.DictReader((RULES / "cases.csv").read_text(encoding="utf-8").splitlines()))
HISTORIES = (RULES / "histories.json").read_text(encoding="utf-8")
KEYS = ["rule", "deadline", "first_follow_up", "second_follow_up", "move_on", "confirm", "steps"]

cli = typer.Typer()
cli.command("plan")(plan_command)


def run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(cli, arguments, input=given)


def answer(*arguments: str) -> dict[str, Any]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def answers(given: str, *arguments: str) -> tuple[list[dict[str, Any]], int]:
    result = run("--facts", "-", "--json", *arguments, given=given)
    return [json.loads(line) for line in result.stdout.splitlines()], result.exit_code


def refusal(*arguments: str) -> str:
    result = run(*arguments)
    assert isinstance(result.exception, AfterwordError)
    assert result.exception.exit_code == 2
    return str(result.exception)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_command_answers_a_case(case: dict[str, str]) -> None:
    options = {
        "--interview": "interview",
        "--said": "said",
        "--said-on": "said_on",
        "--region": "region",
        "--heard": "heard_on",
        "--heard-said": "heard_said",
    }
    arguments = [text for option, name in options.items() if case[name] for text in (option, case[name])]
    arguments += [text for day in case["sent"].split() for text in ("--sent", day)]
    found = answer(*arguments, "--today", "2026-03-11")
    assert list(found) == KEYS
    assert {name: found[name] for name in KEYS[:5]} == {name: case[name] or None for name in KEYS[:5]}


def test_histories_are_answered_in_one_process_in_their_order() -> None:
    histories = json.loads(HISTORIES)
    lines = "\n".join(json.dumps(history) for history in histories)
    for given in (HISTORIES, lines):
        found, code = answers(given)
        assert code == 0
        assert [{name: one[name] for name in KEYS[:5]} for one in found] == [one["plan"] for one in histories]


def test_one_document_over_several_lines_is_one_history() -> None:
    found, code = answers(json.dumps(json.loads(HISTORIES)[0], indent=2))
    assert (len(found), code) == (1, 0)


def test_facts_come_from_a_file_as_well(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text(HISTORIES, encoding="utf-8-sig")
    result = run("--facts", str(file), "--json")
    assert len(result.stdout.splitlines()) == len(json.loads(HISTORIES))


GOOD = '{"facts": [{"on": "2026-03-10", "kind": "interview"}], "today": "2026-03-11"}'


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("nonsense", "no JSON"),
        ("[1, 2", "no JSON"),
        ("7", "facts"),
        ("{}", "facts"),
        ('{"facts": 3}', "facts"),
        ('{"facts": ["x"]}', "facts[0]"),
        ('{"facts": [{"on": "2026-03-10", "kind": "party"}]}', "facts[0].kind"),
        ('{"facts": [{"on": "10 March", "kind": "word"}]}', "facts[0].on"),
        ('{"facts": [{"kind": "word"}]}', "facts[0].on"),
        ('{"facts": [{"on": "2026-02-30", "kind": "word"}]}', "facts[0].on"),
        ('{"facts": [{"on": "2026-03-10", "kind": "word", "said": 5}]}', "facts[0].said"),
        ('{"facts": [{"on": "2026-03-10", "kind": "ended", "outcome": "lost"}]}', "outcome"),
        ('{"facts": [{"on": "2026-03-10", "kind": "round-called-off", "by": "fate"}]}', "by"),
        ('{"facts": [{"on": "2026-03-10", "kind": "round-arranged", "for": "soon"}]}', "for"),
        ('{"facts": [], "region": "CA-ONT"}', "CA-ON"),
        ('{"facts": [], "today": "tomorrow"}', "today"),
        ('{"facts": [{"on": "9999-12-31", "kind": "interview"}]}', "calendar"),
        ("[" * 100_000, "nested"),
        ('{"facts": [{"on": "\x1b[31m", "kind": "word"}]}', "no JSON"),
    ],
)
def test_a_bad_line_is_answered_on_its_line_and_the_others_are_planned(bad: str, told: str) -> None:
    found, code = answers(f"{GOOD}\n{bad}\n{GOOD}\n")
    assert code == 2
    assert [list(one) for one in found] == [KEYS, ["error"], KEYS]
    assert told in found[1]["error"]
    assert "\n" not in found[1]["error"]


def test_without_json_a_bad_line_is_told_on_standard_error() -> None:
    result = run("--facts", "-", given="nonsense\n")
    assert result.exit_code == 2
    assert "no JSON" in result.stderr
    assert result.stdout == ""


def test_a_record_without_today_takes_the_day_given() -> None:
    facts = '{"facts": [{"on": "2026-03-10", "kind": "interview"}]}'
    found, _ = answers(facts, "--today", "2026-04-10")
    assert [step["kind"] for step in found[0]["steps"]] == ["move-on"]


def test_same_day_facts_keep_their_order_but_a_follow_up_came_before_a_word() -> None:
    word = {"on": "2026-03-24", "kind": "word", "said": "by April 1"}
    sent = {"on": "2026-03-24", "kind": "follow-up"}
    held = {"on": "2026-03-10", "kind": "interview"}
    orders = ([held, word, sent], [held, sent, word])
    found, _ = answers("\n".join(json.dumps({"facts": facts}) for facts in orders))
    assert [one["first_follow_up"] for one in found] == ["2026-04-02"] * 2


def test_steps_have_kind_date_offer_and_reason_only() -> None:
    found = answer(
        "--interview", "2026-03-10", "--said", "by Friday", "--region", "CA-ON", "--today", "2026-03-11"
    )
    assert [(step["kind"], step["date"], step["offer"]) for step in found["steps"]] == [
        ("thank-you", "2026-03-11", False),
        ("follow-up", "2026-03-16", False),
        ("move-on", "2026-04-13", False),
    ]
    assert all(list(step) == ["kind", "date", "offer", "reason"] for step in found["steps"])
    assert "“by Friday”" in found["steps"][1]["reason"]


def test_a_reading_to_be_confirmed_says_so() -> None:
    common = ("--interview", "2026-03-10", "--region", "CA-ON", "--today", "2026-03-11")
    assert answer(*common, "--said", "next Friday")["confirm"] is True
    assert answer(*common, "--said", "by Friday")["confirm"] is False


def test_without_json_the_answer_is_a_short_text() -> None:
    result = run(
        "--interview", "2026-03-10", "--said", "by Friday", "--region", "CA-ON", "--today", "2026-03-20"
    )
    assert result.exit_code == 0
    assert "Follow up: Mon 16 Mar" in result.stdout
    assert "4 days late" in result.stdout
    assert "They said “by Friday” on Tue 10 Mar" in result.stdout


def test_the_day_of_the_machine_is_today_if_none_is_given() -> None:
    assert [step["kind"] for step in answer("--interview", "2000-03-10")["steps"]] == ["move-on"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "--interview"),
        (("--interview", "10 March"), "2026-03-10"),
        (("--interview", "2026-02-30"), "no date"),
        (("--interview", "2026-03-10", "--today", "x"), "--today"),
        (("--interview", "2026-03-10", "--sent", "x"), "--sent"),
        (("--interview", "2026-03-10", "--said", "soon", "--said-on", "x"), "--said-on"),
        (("--interview", "2026-03-10", "--heard-said", "soon"), "--heard"),
        (("--interview", "2026-03-10", "--region", "CA-ONT"), "CA-ON"),
        (("--interview", "2026-03-10", "--region", "UK"), "GB-ENG"),
        (("--interview", "9999-12-31"), "calendar"),
        (("--facts", "nowhere.json"), "cannot be read"),
        (("--facts", "-"), "No history"),
        (("--facts", "-", "--interview", "2026-03-10"), "--facts"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(arguments: tuple[str, ...], told: str) -> None:
    message = refusal(*arguments)
    assert told in message
    assert "\n" not in message


def test_planning_loads_nothing_of_the_journal_and_no_screen() -> None:
    code = (
        "import sys\n"
        "from app.__main__ import main\n"
        "assert main(['plan', '--interview', '2026-03-10', '--region', 'CA-ON', '--json']) == 0\n"
        "print(sorted({'sqlmodel', 'sqlalchemy', 'alembic', 'textual'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"
