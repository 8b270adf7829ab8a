"""What stands on the form at this moment, and how it becomes a draft and comes back from one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from app.clock import Clock
from app.tui.capture.drafting import pristine
from app.tui.capture.fields import DAY_AT_FIRST, NAMES

if TYPE_CHECKING:
    from app.storage.drafts import Draft
    from app.tui.capture.form import Stored, Typed


class Sheet:
    """The texts by field, and what belongs to them without being shown there.

    `region` is chosen for this employer, "" for none; `editing` the id of the interview that is edited, 0 for a new
    one, `stored` what the journal held of it and `versions` that state (opportunity, interview).
    """

    def __init__(self, clock: Clock, zone: str) -> None:
        self._clock, self._zone = clock, zone
        self.texts: dict[str, str] = {}
        self.clear()

    def clear(self) -> None:
        """Nothing is typed."""
        self.texts = dict.fromkeys(NAMES, "") | {"when": DAY_AT_FIRST}
        self._typed_on: datetime | None = None
        self.region = ""
        self.editing = 0
        self.versions = (0, 0)
        self.stored: Stored | None = None

    @property
    def pristine(self) -> bool:
        """Whether nothing was typed yet."""
        return pristine(self.texts)

    def put(self, name: str, text: str) -> bool:
        """The text of a field changed; False where it is what stood there."""
        if self.texts.get(name) == text:
            return False
        self.texts[name] = text
        if name == "when" or self._typed_on is None:
            # "today" is the day on which it was typed, also when it is saved after midnight
            self._typed_on = self._clock()
        return True

    def meta(self) -> dict[str, str | int]:
        """What a draft keeps beside the texts."""
        kept: dict[str, str | int] = {"typed_on": (self._typed_on or self._clock()).isoformat()}
        if self.region:
            kept["region"] = self.region
        if self.editing:
            opportunity, interview = self.versions
            kept |= {
                "editing": self.editing,
                "opportunity_version": opportunity,
                "interview_version": interview,
            }
        return kept

    def take(self, draft: Draft) -> None:
        """Go on with a draft; a day typed on an earlier day is told as it reads now."""
        self.clear()
        texts = {name: text for name, text in draft.fields.items() if isinstance(text, str)}
        self.texts = dict.fromkeys(NAMES, "") | {name: texts[name] for name in NAMES if name in texts}
        now = self._clock()
        typed_on = (_moment(draft.meta.get("typed_on")) or draft.saved_at).astimezone(now.tzinfo)
        if typed_on.date() != now.date():
            from app.tui.capture.form import dated_text

            self.texts["when"] = dated_text(self.texts["when"], typed_on=typed_on, now=now, zone=self._zone)
            typed_on = now
        self._typed_on = typed_on
        region = draft.meta.get("region", "")
        self.region = region if isinstance(region, str) else ""
        self.editing = _number(draft.meta.get("editing"))
        self.versions = (
            _number(draft.meta.get("opportunity_version")),
            _number(draft.meta.get("interview_version")),
        )

    def edit(self, stored: Stored, texts: Mapping[str, str]) -> None:
        """Begin to edit what is stored."""
        self.clear()
        self.texts |= texts
        self._typed_on = self._clock()
        self.editing = stored.interview.id
        self.versions = (stored.opportunity.version, stored.interview.version)
        self.stored = stored

    def typed(self, *, region: str, number: int) -> Typed:
        """A value of it all for the journal's thread; `region` and `number` hold where none is chosen."""
        from dataclasses import replace

        from app.tui.capture.form import Stored, Typed

        stored = self.stored
        if stored is not None:
            opportunity, interview = self.versions
            stored = Stored(
                replace(stored.opportunity, version=opportunity), replace(stored.interview, version=interview)
            )
        return Typed(
            texts=dict(self.texts),
            typed_on=self._typed_on or self._clock(),
            region=self.region or ("" if self.editing else region),
            number=number,
            stored=stored,
        )


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
