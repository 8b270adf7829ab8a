"""Only what a change touched is read again."""

from __future__ import annotations

from datetime import date

import pytest
from storage_facts import debrief, word

from app.storage.journal import Journal


@pytest.fixture
def journal(tmp_path):
    return Journal.open(tmp_path / "journal.db")


def saved(journal, employer):
    from dataclasses import replace

    given = debrief()
    return journal.save_debrief(
        replace(given, opportunity=replace(given.opportunity, employer=employer))
    ).opportunity_id


def test_the_first_news_is_everything(journal):
    first, second = saved(journal, "Northwind"), saved(journal, "Kestrel")
    news = journal.news()
    assert news.whole
    assert {one.opportunity.id for one in news.histories} == {first, second}


def test_nothing_new_is_nothing_read(journal):
    saved(journal, "Northwind")
    news = journal.news(journal.news().mark)
    assert (news.whole, news.changed, news.histories) == (False, frozenset(), ())


def test_only_the_changed_opportunity_is_read_again(journal):
    first, _ = saved(journal, "Northwind"), saved(journal, "Kestrel")
    mark = journal.news().mark
    journal.add_word(first, word())
    news = journal.news(mark)
    assert (news.whole, news.changed) == (False, {first})
    assert len(news.histories[0].words) == 1


def test_an_undo_and_a_redo_are_news_of_what_they_touch(journal):
    first, second = saved(journal, "Northwind"), saved(journal, "Kestrel")
    mark = journal.news().mark
    journal.undo()
    undone = journal.news(mark)
    assert (undone.changed, undone.histories) == ({second}, ())
    journal.redo()
    again = journal.news(undone.mark)
    assert [one.opportunity.id for one in again.histories] == [second]
    assert first not in again.changed


def test_a_change_that_names_no_opportunity_means_everything(journal):
    saved(journal, "Northwind")
    mark = journal.news().mark
    journal.save_debriefs([debrief()])
    assert journal.news(mark).whole


def test_more_changes_than_are_looked_back_on_mean_everything(journal):
    first = saved(journal, "Northwind")
    mark = journal.news().mark
    for _ in range(201):
        journal.add_word(first, word())
    assert journal.news(mark).whole


def test_those_asked_for_are_read_with_those_of_the_latest_events(journal):
    first, second, third = saved(journal, "Northwind"), saved(journal, "Kestrel"), saved(journal, "Ostra")
    journal.add_word(third, word())
    last = journal.history(third).words[-1].moment.day
    found = {one.opportunity.id for one in journal.foremost([first, 99], 1, last)}
    assert {first, third} <= found
    assert [one.opportunity.id for one in journal.foremost([second], 0, last)] == [second]
    assert journal.foremost([], 9, date(2000, 1, 1)) == ()
    assert journal.count() == 3
