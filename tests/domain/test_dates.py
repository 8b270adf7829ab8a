"""Days and spans as a person reads them."""

from __future__ import annotations

from datetime import date

from app.domain.dates import column_day, days_late, days_late_in_words, months_after, relative_day, short_day


def test_days_and_spans_read_as_a_person_reads_them() -> None:
    today = date.fromisoformat("2026-11-23")
    assert short_day(date.fromisoformat("2026-11-19"), today) == "Thu 19 Nov"
    assert short_day(date.fromisoformat("2027-01-04"), today) == "Mon 4 Jan 2027"
    days = [column_day(date.fromisoformat(day), today) for day in ("2026-11-23", "2026-12-01", "2027-01-04")]
    assert days == ["today", "Tue  1 Dec", " 4 Jan 2027"]
    told = [
        relative_day(date.fromisoformat(day), today)
        for day in ("2026-11-23", "2026-11-24", "2026-12-01", "2026-12-07", "2026-11-20")
    ]
    assert told == ["today", "tomorrow", "in 8 days", "in 2 weeks", "3 days ago"]
    assert (days_late(1), days_late(4), days_late(0)) == ("1 day late", "4 days late", "")
    assert (days_late_in_words(1), days_late_in_words(13)) == ("One day late", "13 days late")
    assert months_after(date.fromisoformat("2028-01-31")) == date.fromisoformat("2028-02-29")
    assert months_after(date.fromisoformat("2026-12-31"), 2) == date.fromisoformat("2027-02-28")
