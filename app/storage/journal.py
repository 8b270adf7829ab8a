"""The one door to the data: methods that are one transaction each, and take and give the domain's values.

Importing this is heavy (SQLModel); screens and commands do so inside their workers. A journal may be used
from several threads: each method opens the file, does its work and closes it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection

from app.domain.facts import (
    Debrief,
    Decision,
    History,
    Interview,
    Message,
    Opportunity,
    Outcome,
    Person,
    Word,
)
from app.errors import JournalBusy
from app.storage import archive, backups, changes, debriefs, entries, knowing, news, reading
from app.storage.changes import KEPT, Change
from app.storage.database import Database
from app.storage.desk import Desk
from app.storage.duefile import stamp_of
from app.storage.news import Mark, News
from app.storage.opening import opened
from app.storage.tables import DECISION, INTERVIEW, MESSAGE, OPPORTUNITY, SETTING, WORD
from app.storage.values import Archive, ChangeEntry, Known, Saved, Stamp

__all__ = ["Archive", "ChangeEntry", "Journal", "Known", "Saved"]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Journal:
    """One open journal.

    Every method may raise JournalBusy, JournalMoved, JournalDamaged, DiskTrouble or NotAllowed; nothing is
    half-saved then. Those that write raise NotFound for an id that is not there, and Conflict where a value
    with a `version` was changed in the journal since it was read (`version` 0 asks for no comparison).
    """

    def __init__(self, database: Database, now: Callable[[], datetime] = _utc_now) -> None:
        self._database, self._now = database, now

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Callable[[], datetime] = _utc_now,
        read_only: bool = False,
        on_busy: Callable[[], None] | None = None,
    ) -> Journal:
        """Open the journal, make it where there is none, bring it up to date where it is behind.

        `now` gives the aware time that is kept with changes. `on_busy` is called when a piece of work has
        waited a second for another program. A file or folder that cannot be written is opened read-only, see
        `read_only`.
        """
        return cls(opened(path, now=now, read_only=read_only, on_busy=on_busy), now)

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return self._database.read_only

    def stamp(self) -> Stamp | None:
        """What differs after every change by anybody (mtime ns, size, inode); None: the file is gone."""
        return stamp_of(self.path)

    # Reading

    def histories(self) -> tuple[History, ...]:
        """Every opportunity with all that is known about it, the one with the newest interview first."""
        return self._database.reading(reading.histories)

    def foremost(self, numbers: Collection[int], latest: int, until: date) -> tuple[History, ...]:
        """The same for these, and for those of the `latest` interviews, words and messages up to a day."""

        def work(connection: Connection) -> tuple[History, ...]:
            wanted = {*numbers, *reading.latest_of_all(connection, latest, until)}
            return reading.some_histories(connection, wanted)

        return self._database.reading(work)

    def news(self, since: Mark | None = None) -> News:
        """What changed since the reading that gave `since`; everything without it."""
        return self._database.reading(lambda connection: news.news(connection, since))

    def count(self) -> int:
        """How many opportunities there are."""
        return self._database.reading(reading.count)

    def history(self, opportunity_id: int) -> History:
        """One opportunity with all that is known about it. Raises NotFound."""
        return self._database.reading(lambda connection: reading.history(connection, opportunity_id))

    def interview(self, interview_id: int) -> tuple[Opportunity, Interview]:
        """One interview with its opportunity. Raises NotFound."""
        return self._database.reading(lambda connection: reading.interview(connection, interview_id))

    def known(self) -> Known:
        """What was entered before, for completion."""
        return self._database.reading(knowing.known)

    def settings(self) -> dict[str, str]:
        """What was asked once, by name."""
        return self._database.reading(reading.settings)

    def changes(self, opportunity_id: int | None = None, limit: int = 200) -> tuple[ChangeEntry, ...]:
        """The recorded changes, the latest first."""
        return self._database.reading(lambda connection: changes.entries(connection, opportunity_id, limit))

    # Writing

    def set_setting(self, key: str, value: str) -> None:
        """Keep what was asked once: recorded, but no step of undo (`u` takes back what was entered)."""

        def work(connection: Connection) -> None:
            change = Change(connection, self._now())
            before = next((r for r in changes.all_rows(connection, SETTING) if r["name"] == key), None)
            if before is None:
                change.add(SETTING, {"name": key, "value": value})
            else:
                change.alter(SETTING, before, {"value": value})
            change.finish(f"setting {key}", state=KEPT)

        self._database.writing(work)

    def save_debrief(self, debrief: Debrief) -> Saved:
        """Save one interview with its opportunity; an `interview_id` replaces what was captured about that
        one.

        Without an `opportunity_id` the newest open opportunity of the same employer and role (folded) is
        taken; then one of that employer with no role noted; without a role given, any open one of that
        employer. What is given about the opportunity and the people fills in what is empty. An edit puts what
        is given over what is there; where the opportunity carries its own id, its whole value is meant, what
        is empty in it too.
        """

        def work(desk: Desk) -> Saved:
            opportunity_id, interview_id, label = debriefs.save(desk, debrief)
            return Saved(opportunity_id, interview_id, label=label)

        return self._recorded(work)

    def save_debriefs(
        self, debriefs_: Iterable[Debrief], progress: Callable[[int], None] | None = None
    ) -> tuple[Saved, ...]:
        """Save many as one change; `progress` is called with the number done so far, now and then."""
        given = tuple(debriefs_)

        def work(connection: Connection) -> tuple[Saved, ...]:
            desk = Desk(Change(connection, self._now()), many=True)
            done = []
            for number, debrief in enumerate(given, 1):
                done.append(debriefs.save(desk, debrief))
                if progress and (number % 100 == 0 or number == len(given)):
                    progress(number)
            label = f"import of {len(given):,} interview{'' if len(given) == 1 else 's'}"
            change_id = desk.change.finish(label)
            return tuple(Saved(o, i, change_id, label) for o, i, label in done)

        return self._database.writing(work)

    def add_word(self, opportunity_id: int, word: Word) -> Saved:
        """Keep a word from the employer."""
        return self._recorded(lambda desk: entries.add_word(desk, opportunity_id, word))

    def add_message(self, opportunity_id: int, message: Message) -> Saved:
        """Keep a message from the person. Raises UsageError where it was sent and no day says when."""
        return self._recorded(lambda desk: entries.add_message(desk, opportunity_id, message))

    def add_decision(self, opportunity_id: int, decision: Decision) -> Saved:
        """Keep a person's own decision about a step."""
        return self._recorded(lambda desk: entries.add_decision(desk, opportunity_id, decision))

    def add_interview(self, opportunity_id: int, interview: Interview) -> Saved:
        """Keep a further round of a known opportunity, planned or held."""
        return self._recorded(lambda desk: entries.add_interview(desk, opportunity_id, interview))

    def set_outcome(self, opportunity_id: int, outcome: Outcome | None, on: date, note: str = "") -> Saved:
        """How it ended, on which day; None opens it again."""
        return self._recorded(lambda desk: entries.set_outcome(desk, opportunity_id, outcome, on, note))

    def edit_opportunity(self, opportunity: Opportunity) -> Saved:
        """Make the opportunity of that id as given."""
        return self._recorded(lambda desk: entries.edit_opportunity(desk, opportunity))

    def edit_interview(self, interview: Interview) -> Saved:
        """Make the interview of that id as given, with its points, its promise and who was met."""
        return self._recorded(lambda desk: entries.edit_interview(desk, interview))

    def edit_word(self, word: Word) -> Saved:
        """Make the word of that id as given, with its promise."""
        return self._recorded(lambda desk: entries.edit_word(desk, word))

    def edit_message(self, message: Message) -> Saved:
        """Make the message of that id as given."""
        return self._recorded(lambda desk: entries.edit_message(desk, message))

    def edit_person(self, person: Person) -> Saved:
        """Make the person of that id as given; a new name is taken over wherever the old one is named."""
        return self._recorded(lambda desk: entries.edit_person(desk, person))

    def delete_opportunity(self, opportunity_id: int) -> Saved:
        """Take an opportunity out, with everything about it; `undo` puts it back."""
        return self._recorded(lambda desk: entries.remove(desk, OPPORTUNITY, opportunity_id))

    def delete_interview(self, interview_id: int) -> Saved:
        """Take an interview out, with what was captured about it; its messages stay."""
        return self._recorded(lambda desk: entries.remove(desk, INTERVIEW, interview_id))

    def delete_word(self, word_id: int) -> Saved:
        """Take a word out, with its promise."""
        return self._recorded(lambda desk: entries.remove(desk, WORD, word_id))

    def delete_message(self, message_id: int) -> Saved:
        """Take a message out."""
        return self._recorded(lambda desk: entries.remove(desk, MESSAGE, message_id))

    def delete_decision(self, decision_id: int) -> Saved:
        """Take a decision out."""
        return self._recorded(lambda desk: entries.remove(desk, DECISION, decision_id))

    def undo(self) -> str | None:
        """Take back the last change; gives what it was in plain words, None where there is nothing to take
        back.
        """
        return self._database.writing(changes.undo)

    def redo(self) -> str | None:
        """Do again what was taken back last; gives what it was, None where there is nothing."""
        return self._database.writing(changes.redo)

    # Everything

    def everything(self) -> Archive:
        """All that the journal holds, settings and recorded changes too, as plain values fit for JSON."""
        return self._database.reading(archive.everything)

    def restore_everything(self, given: Archive) -> int:
        """Take in an archive; gives the number of opportunities that were added.

        An empty journal becomes exactly what was archived. Otherwise what is not there yet is added, as one
        change that can be undone, and nothing there is touched. Raises BadRecord, with nothing written, for
        an archive that does not hold together or is of another version.
        """
        if self._database.reading(archive.is_empty):
            return self._database.writing(lambda connection: self._put_back(connection, given))
        histories, settings = archive.unpacked(given, self.path)
        return self._database.writing(
            lambda connection: archive.merge(Change(connection, self._now()), histories, settings)
        )

    def back_up(self) -> Path | None:
        """Make the verified copy of the day, unless there is one; for a quiet moment, it reads the whole
        file.
        """
        return backups.daily(self.path, self._now())

    def _put_back(self, connection: Connection, given: Archive) -> int:
        if not archive.is_empty(connection):
            raise JournalBusy("Another program saved something meanwhile. Nothing was imported; try again.")
        return archive.put_back(connection, given)

    def _recorded(self, work: Callable[[Desk], Saved]) -> Saved:
        def whole(connection: Connection) -> Saved:
            desk = Desk(Change(connection, self._now()))
            saved = work(desk)
            change_id = desk.change.finish(saved.label, saved.opportunity_id)
            return Saved(saved.opportunity_id, saved.interview_id, change_id, saved.label, saved.entry_id)

        return self._database.writing(whole)
