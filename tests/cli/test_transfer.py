"""Everything out and in again, by the command line, without loss."""

import json
import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import BadRecord
from app.exchange.archive import archive_in, archive_text
from app.storage.values import Archive

_TEXT = st.text(max_size=30)
_RECORDS = st.lists(
    st.fixed_dictionaries(
        {"company": _TEXT, "when": st.sampled_from(["2026-03-10 14:00 to 15:00", "2026-01-05", "2025-12-31 23:59"])},
        optional={
            "role": _TEXT, "how": _TEXT, "round": st.integers(1, 9),
            "region": st.sampled_from(["US", "CA-ON", "DE-BY"]),
            "said": st.one_of(_TEXT, st.sampled_from(["by Friday", "in two weeks", "don't call us"])), "said_by": _TEXT,
            "next_step": _TEXT, "went_well": st.lists(_TEXT, max_size=3), "personal": st.lists(_TEXT, max_size=2),
            "met": st.lists(
                st.fixed_dictionaries({"name": st.text(min_size=1, max_size=12).filter(lambda t: t.strip())}),
                max_size=2, unique_by=lambda person: person["name"].strip(),
            ),
        },
    ),
    min_size=1, max_size=4,
)  # fmt: skip


def exported(afterword, **where):
    ran = afterword("export", "--json", "-", **where)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=_RECORDS)
def test_an_export_read_into_an_empty_journal_exports_the_same(afterword, records):
    for file in afterword.db.parent.iterdir():
        if file.is_file():
            file.unlink()
    afterword("add", "--keep-going", given=json.dumps(records))
    first = exported(afterword)
    other = afterword.db.with_name("other.db")
    assert afterword("import", "-", given=first, db=other).code == 0
    assert exported(afterword, db=other) == first


def test_a_file_is_written_whole_and_for_its_owner_only(afterword, tmp_path):
    afterword.add()
    file = tmp_path / "all.json"
    file.write_text("old", encoding="utf-8")
    ran = afterword("export", "--json", file)
    assert (ran.code, ran.err) == (0, "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert afterword("import", file, db=tmp_path / "other.db").code == 0
    assert afterword("list", db=tmp_path / "other.db").out == afterword("list").out


def test_read_into_a_journal_that_holds_it_nothing_is_added(afterword, tmp_path):
    afterword.add()
    file = tmp_path / "all.json"
    afterword("export", "--json", file)
    ran = afterword("import", file)
    assert ran.out.startswith("0 opportunities added.")
    assert len(afterword("list", "--json").json) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("hello", "not JSON"),
        ("{}", "no export of Afterword"),
        ('{"company": "A", "when": "today"}', "afterword add"),
        ('{"afterword": 99}', "newer"),
        ('{"afterword": 1}', "not whole"),
        ('{"afterword": 1, "revision": "x", "tables": {"opportunity": 5}}', "opportunity"),
        ('{"afterword": 1, "revision": "x", "tables": {"opportunity": [[]]}}', "opportunity[0]"),
        ('{"afterword": 1, "revision": "x", "tables": {}}', "version"),
    ],
)
def test_a_file_that_is_no_export_is_refused_and_nothing_is_touched(afterword, text, why):
    afterword.add()
    before = exported(afterword)
    ran = afterword("import", "-", given=text)
    assert ran.code == 2
    assert why in ran.err
    assert len(ran.err.splitlines()) == 1
    assert exported(afterword) == before


def test_files_and_folders_that_are_not_there_are_told(afterword, tmp_path):
    assert afterword("export", "--json", "-").code == 2
    afterword.add()
    for arguments in (
        ("import", tmp_path / "none.json"),
        ("import", tmp_path),
        ("export", "--json", tmp_path / "none" / "all.json"),
        ("export", "--json", tmp_path),
    ):
        ran = afterword(*arguments)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)


_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-(2**63), 2**63 - 1), st.text(max_size=20))
_ROWS = st.lists(st.dictionaries(st.text(max_size=5), _SCALARS, max_size=3), max_size=3).map(tuple)


@given(st.dictionaries(st.text(max_size=8), _ROWS, max_size=3), st.text(max_size=6))
def test_an_archive_written_as_text_reads_as_the_same_archive(tables, revision):
    archive = Archive(revision, tables)
    assert archive_in("".join(archive_text(archive))) == archive


def test_an_archive_cut_short_is_refused():
    text = "".join(archive_text(Archive("1", {"opportunity": ({"id": 1},)})))
    for cut in range(1, len(text) - 2):
        with pytest.raises(BadRecord):
            archive_in(text[:cut])
