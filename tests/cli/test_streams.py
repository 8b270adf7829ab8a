"""What reaches the terminal, and what happens where there is none: hostile text, pipes, narrow windows, full disks."""

import io
import os
import re
import stat
import subprocess
import sys
import unicodedata
from unittest.mock import patch

import pytest
from cli_command import program
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

import app.cli.due
from app.cells import width
from app.cli.commands import app as commands
from app.cli.output import complain, folds, say, say_json
from app.faultreport import report_of

HOSTILE = (
    "a\x1b[31mred\x1b]0;title\x07 \x9b2J \u202egnp.exe \u2066x\u2069 "
    "[b]bold[/b] \u202b\u2068\u200f\u061c\u2028 \U000e0041 \x7f 👩\u200d💻 \u0085z"
)
COMMANDS = [
    ("due",), ("due", "--json"), ("due", "--today", "2026-04-20"), ("list",), ("list", "--json"), ("show", "1"),
    ("show", "1", "--json"), ("where",), ("export", "--json", "-"), ("show", HOSTILE), ("show", "nothing" + HOSTILE),
    ("due", "--within", HOSTILE), ("due", "--today", HOSTILE), ("no" + HOSTILE,), ("--" + HOSTILE,),
    ("plan", "--interview", "2026-03-10", "--said", HOSTILE + "by Friday"), ("plan", "--interview", HOSTILE),
    ("plan", "--interview", "2026-03-10", "--region", HOSTILE), ("plan", "--facts", HOSTILE), ("plan", HOSTILE),
    ("export", "--json", f"/nowhere/{HOSTILE}"), ("import", f"/nowhere/{HOSTILE}"), ("list", HOSTILE),
]  # fmt: skip


BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u061c\u200e\u200f\u2028\u2029"


def is_inert(text):
    """No control but the line end, no lone surrogate, no tag, nothing that turns text round."""
    return not [
        c
        for c in text
        if c != "\n"
        and (
            unicodedata.category(c) in {"Cc", "Cs"}
            or unicodedata.bidirectional(c) in BIDI
            or c in MARKS
            or "\U000e0000" <= c <= "\U000e007f"
        )
    ]


@pytest.fixture
def hostile(afterword):
    lists = ("went_well", "did_not_go_well", "stood_out", "forgot_to_mention", "topics", "personal")
    afterword.add(
        company=HOSTILE, role=HOSTILE, how=HOSTILE, said=f"by Friday {HOSTILE}", said_by=HOSTILE, next_step=HOSTILE,
        met=[{"name": HOSTILE, "title": HOSTILE, "phone": HOSTILE, "greeting": HOSTILE}],
        **{field: [HOSTILE, f"line\n{HOSTILE}", "x" * 10_000] for field in lists},
    )  # fmt: skip
    return afterword


@pytest.mark.parametrize("columns", [None, 20, 40, 80])
@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda a: a[0][:8] + str(len(a)))
def test_no_command_lets_stored_or_given_text_act_on_the_terminal(hostile, arguments, columns):
    ran = hostile(*arguments, columns=columns)
    assert is_inert(ran.out)
    assert is_inert(ran.err)
    assert ran.code in {0, 2}
    if ran.code:
        assert len(ran.err.splitlines()) == 1


def test_markup_in_text_is_text(hostile):
    assert "[b]bold[/b]" in hostile("show", "1").out


def test_bad_records_of_hostile_text_are_told_inert(afterword):
    for record in (
        {HOSTILE: 1},
        {"company": "A", "when": HOSTILE},
        {"company": "A", "when": "today", "region": HOSTILE},
    ):
        ran = afterword("add", given=record)
        assert ran.code == 2
        assert is_inert(ran.err)
    assert is_inert(afterword("add", given=HOSTILE).err)


def test_bad_facts_of_hostile_text_are_told_inert(afterword):
    facts = [{"on": "2026-03-10", "kind": "interview", "said": HOSTILE}]
    for record in (
        HOSTILE,
        {HOSTILE: 1},
        {"region": HOSTILE, "facts": facts},
        {"facts": [{"on": HOSTILE, "kind": HOSTILE}]},
    ):
        for arguments in (("plan", "--facts", "-"), ("plan", "--facts", "-", "--json")):
            ran = afterword(*arguments, given=record)
            assert ran.code == 2
            assert is_inert(ran.out + ran.err)


@given(text=st.text())
def test_whatever_is_said_or_complained_of_comes_out_inert(text):
    with patch.object(sys, "stdout", io.StringIO()) as out, patch.object(sys, "stderr", io.StringIO()) as err:
        say(text)
        say_json({text: text})
        complain(text)
    assert is_inert(out.getvalue() + err.getvalue())
    assert err.getvalue().count("\n") == 1


@pytest.mark.parametrize("columns", [10, 20, 35, 60, 80, 100, 200])
@pytest.mark.parametrize("command", [("due", "--today", "2026-04-20"), ("list",), ("show", "1")])
def test_lines_fit_a_narrow_terminal(afterword, command, columns):
    afterword.add(
        company="Halden & Moor Consulting Group of Companies", role="Site reliability engineer", when="2026-03-10",
        said="by the end of next week", met=[{"name": "Ines Okafor-Lindqvist"}], went_well=["word " * 40, "w" * 90],
    )  # fmt: skip
    ran = afterword(*command, columns=columns)
    assert ran.code == 0
    assert max(width(line) for line in ran.lines) <= max(columns, 10)


def test_folding_loses_no_word():
    text = "one two-three 漢字漢字 four"
    for cells in range(4, 30):
        lines = list(folds(text, cells, indent=1, hang=2))
        assert "".join(text.split()) == "".join("".join(lines).split())
        assert all(width(line) <= cells for line in lines)


def test_no_colour_is_printed_in_any_case(hostile):
    assert "\x1b" not in hostile("due").out + hostile("show", "1").out + hostile("--help").out


@pytest.fixture
def filled(afterword, tmp_path):
    afterword.add(went_well=["word " * 50] * 200)
    return {"db": afterword.db, "home": tmp_path}


def test_a_closed_pipe_ends_quietly(filled):
    started = program("show", "1", **filled, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    started.stdout.close()
    assert started.stderr.read() == b""
    started.stderr.close()
    assert started.wait(timeout=30) == 141


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")  # noqa: PTH110
@pytest.mark.parametrize("arguments", [("show", "1"), ("--help",), ("--version",)])
def test_a_full_disk_behind_the_output_is_told(filled, arguments):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        started = program(*arguments, **filled, stdout=full, stderr=subprocess.PIPE)
    _, err = started.communicate(timeout=30)
    assert (started.returncode, err.decode()) == (74, "Could not write the output: disk full.\n")


def test_a_closed_output_is_told(filled):
    started = program(
        "list", **filled, stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1)
    )  # fmt: skip
    _, err = started.communicate(timeout=30)
    assert started.returncode == 74
    assert err.decode().startswith("Could not write the output")


def test_text_outside_the_output_s_encoding_is_replaced(filled, afterword):
    afterword.add(company="Café 漢字")
    started = program("list", **filled, stdout=subprocess.PIPE, env={"PYTHONIOENCODING": "ascii"})
    out, _ = started.communicate(timeout=30)
    assert started.returncode == 0
    assert b"Caf? ??" in out


@pytest.mark.parametrize("arguments", [(), ("capture",), ("--demo",)])
def test_without_a_terminal_no_screen_is_started(filled, arguments):
    started = program(
        *arguments, **filled, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    out, err = started.communicate(timeout=30)
    assert (started.returncode, out) == (2, b"")
    assert err.decode() == "The screen needs a terminal; see afterword add --help.\n"


def test_the_card_is_printed_into_a_pipe(afterword):
    ran = afterword("ask")
    assert ran.code == 0
    for asked in ("next step", "When will I hear", "Whom may I write to", "Thank them"):
        assert asked in ran.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("plan", "--said"),
        ("nonsense",),
        ("--nonsense",),
        ("due", "--nonsense"),
        ("show",),
        ("export",),
        ("--demo", "due"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(afterword, arguments):
    ran = afterword(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1


def test_the_help_that_is_named_is_that_of_the_command(afterword):
    assert "See afterword plan --help." in afterword("plan", "--said").err
    assert "See afterword due --help." in afterword("due", "--nonsense").err


def test_a_mistyped_command_is_answered_with_the_nearest(afterword):
    assert "'export'" in afterword("exprot").err


def test_the_version_is_printed_alone(afterword):
    assert re.fullmatch(r"afterword \d+\.\d+\.\d+\n", afterword("--version").out)


def test_every_command_explains_itself_with_an_example(afterword):
    names = [command.name for command in commands.registered_commands]
    assert {"capture", "ask", "add", "due", "list", "show", "plan", "export", "import", "where"} <= set(names)
    for name in names:
        ran = afterword(name, "--help")
        assert ran.code == 0
        assert "Example: " in ran.out, name
        assert "afterword" in ran.out.split("Example: ")[1]


def test_every_option_is_explained(afterword):
    for command in commands.registered_commands:
        text = afterword(command.name, "--help", columns=100).out.split("Options:")[1]
        options = [line for line in text.splitlines() if re.match(r"\s+-", line)]
        assert all(re.search(r"\S {2,}\S|^\s+\S+(?: \S+)?$", line) for line in options), command.name


def test_shell_completion_knows_the_commands():
    done = CliRunner().invoke(
        commands, [], prog_name="afterword",
        env={"_AFTERWORD_COMPLETE": "complete_bash", "COMP_WORDS": "afterword exp", "COMP_CWORD": "1"},
    )  # fmt: skip
    assert "export" in done.output


def test_a_fault_of_our_own_is_one_line_and_a_report_without_the_person_s_text(afterword, monkeypatch):
    secret = "the salary is 90,000"
    afterword.add(went_well=[secret])

    def broken(*_, **__):
        raise ZeroDivisionError(secret)

    monkeypatch.setattr(app.cli.due, "place_of", broken)
    ran = afterword("due")
    report = afterword.db.parent / "fault-report.txt"
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("Afterword stopped on a fault of its own. Your text is kept.")
    assert str(report) in ran.err
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert secret not in report.read_text(encoding="utf-8") + ran.err + ran.out


@pytest.mark.parametrize("given", [["--db", "{}"], ["--db={}"]])
def test_the_report_lies_beside_the_journal_that_was_worked_on(afterword, monkeypatch, tmp_path, given):
    afterword.add()
    (tmp_path / "other").mkdir()
    afterword.db.rename(tmp_path / "other" / "journal.db")
    monkeypatch.setattr(app.cli.due, "place_of", None)
    db = tmp_path / "other" / "journal.db"
    assert afterword(*(part.format(db) for part in given), "due").code == 1
    assert db.with_name("fault-report.txt").exists()


def test_a_report_tells_no_folder_of_the_person():
    try:
        eval("1 / 0")
    except ZeroDivisionError as error:
        report = report_of(error)
    assert "in test_a_report_tells_no_folder_of_the_person" in report
    assert os.path.dirname(os.path.dirname(__file__)) not in report  # noqa: PTH120


def test_ctrl_c_ends_with_its_own_code(afterword, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(app.cli.due, "place_of", interrupted)
    afterword.add()
    assert afterword("due").code == 130


def test_a_newer_journal_and_a_file_that_is_none_are_told_with_their_codes(afterword):
    afterword.db.write_bytes(b"this is no database at all, but a letter" * 40)
    ran = afterword("list")
    assert (ran.code, len(ran.err.splitlines())) == (65, 1)
    assert sys.stdout is not None
