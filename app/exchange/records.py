"""Records of `afterword add`: one interview as an object of JSON, checked by hand and made a debrief.

    {"company": "Northwind", "when": "today 14:00", "said": "by Friday", "met": [{"name": "Dana Lee"}]}

`company` and `when` must be there (an empty company or null: not known yet); every other field may be left out or
null. Texts are read as Capture reads them, so "Tue 10", "zoom" and "@Dana ..." mean here what they mean there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from app.domain.facts import Debrief, Interview, Opportunity, Person, Point, PointKind, Promise
from app.domain.typed.how import read_how
from app.domain.typed.moments import TypedMoment, read_moment
from app.domain.typed.names import greeting_of
from app.domain.typed.people import is_email, part_of, read_people
from app.domain.typed.points import read_points
from app.errors import BadRecord, UnknownRegion, UsageError
from app.text import cleaned, shortened, shown

T = TypeVar("T")

if TYPE_CHECKING:
    from app.domain.workdays import Workdays

POINTS = {
    "went_well": PointKind.WENT_WELL,
    "did_not_go_well": PointKind.DID_NOT_GO_WELL,
    "stood_out": PointKind.STOOD_OUT,
    "forgot_to_mention": PointKind.FORGOT_TO_MENTION,
    "topics": PointKind.TOPIC,
    "personal": PointKind.PERSONAL,
}
FIELDS = (
    "company", "role", "when", "how", "round", "region", "said", "said_on", "said_by", "next_step", "met", *POINTS,
)  # fmt: skip
PERSON_FIELDS = ("name", "title", "email", "phone", "greeting")
_MOST_ROUNDS = 99


@dataclass(frozen=True, slots=True)
class Settings:
    """What a record is read with: the present moment (aware), the person's zone and region ("" not set)."""

    now: datetime
    zone: str = ""
    region: str = ""


def debrief_of(record: Any, settings: Settings, *, line: int = 0) -> Debrief:
    """The debrief that `record`, a value out of JSON, means. Raises BadRecord: the first thing that is wrong."""
    if not isinstance(record, dict):
        raise BadRecord(f"a record is an object {{...}}, not {_kind(record)}", line=line)
    return _Record(record, settings, line).debrief()


def _kind(value: object) -> str:
    names = {
        str: "text",
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), "null")


@dataclass(frozen=True)
class _Record:
    """One record while it is checked, field by field."""

    fields: dict[str, Any]
    settings: Settings
    line: int

    def debrief(self) -> Debrief:
        self._refuse_unknown(self.fields, FIELDS)
        opportunity = Opportunity(
            employer=self._company(), role=self._text("role"), region=self._region(self._text("region"))
        )
        workdays = self._workdays(opportunity.region)
        when = self._when()
        met = self._met()
        interview = Interview(
            start=when.moment,
            minutes=when.minutes,
            number=self._round(),
            how=read_how(self._text("how")),
            next_step=self._text("next_step"),
            met=met,
            points=tuple(point for field in POINTS for point in self._points(field, met)),
            promise=self._promise(when.moment.day, met, workdays),
        )
        return Debrief(opportunity=opportunity, interview=interview)

    def _bad(self, why: str, field: str) -> BadRecord:
        return BadRecord(why, line=self.line, field=field)

    def _refuse_unknown(self, fields: dict[str, Any], known: tuple[str, ...], where: str = "") -> None:
        for name in fields:
            if name not in known:
                nearest = get_close_matches(name.casefold().replace(" ", "_"), known, n=1, cutoff=0.5)
                hint = f"did you mean {nearest[0]}?" if nearest else f"known are {', '.join(known)}"
                raise self._bad(f"there is no field of this name; {hint}", where + shortened(shown(name), 40))

    def _text(self, field: str) -> str:
        value = self.fields.get(field)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self._bad(f"wants text, not {_kind(value)}", field)
        return cleaned(value, one_line=True)

    def _company(self) -> str:
        if "company" not in self.fields:
            raise self._bad('is missing; "" says that it is not known yet', "company")
        return self._text("company")

    def _round(self) -> int:
        value = self.fields.get("round")
        if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit():
            value = int(value.strip()[:4])
        if value is None:
            return 1
        if type(value) is not int or not 1 <= value <= _MOST_ROUNDS:
            raise self._bad(f"wants a whole number from 1 to {_MOST_ROUNDS}", "round")
        return value

    def _region(self, typed: str) -> str:
        from app.domain.regions import canonical_region

        return self._read("region", lambda: canonical_region(typed)) if typed else ""

    def _workdays(self, region: str) -> Workdays:
        from app.domain.workdays import workdays_of

        return self._read("region", lambda: workdays_of(region or self.settings.region))

    def _read(self, field: str, read: Callable[[], T]) -> T:
        try:
            return read()
        except (UnknownRegion, UsageError) as error:
            raise self._bad(str(error), field) from None

    def _when(self) -> TypedMoment:
        from app.domain.regions import date_order

        typed = self._text("when")
        if not typed:
            raise self._bad('is missing; such as "today 14:00" or "2026-11-20 09:30"', "when")
        # figures are typed in the order of the person's own region, wherever the employer is
        day_first = date_order(self.settings.region) == "DMY"
        now, zone = self.settings.now, self.settings.zone
        return self._read("when", lambda: read_moment(typed, now=now, zone=zone, day_first=day_first))

    def _met(self) -> tuple[Person, ...]:
        value = self.fields.get("met")
        if value is None:
            return ()
        if isinstance(value, str):
            return read_people(value)
        if not isinstance(value, list):
            raise self._bad(f"wants a list of people, not {_kind(value)}", "met")
        people = [person for i, item in enumerate(value) for person in self._people(item, f"met[{i}]")]
        names = [person.name for person in people]
        for i, name in enumerate(names):
            if name in names[:i]:
                raise self._bad("is named twice", f"met[{i}].name")
        return tuple(people)

    def _people(self, item: Any, where: str) -> tuple[Person, ...]:
        if isinstance(item, str):
            return read_people(item)
        if not isinstance(item, dict):
            raise self._bad(f"wants an object with a name, not {_kind(item)}", where)
        self._refuse_unknown(item, PERSON_FIELDS, where=f"{where}.")
        told = {field: self._part(item, field, where) for field in PERSON_FIELDS}
        if not told["name"]:
            raise self._bad("is missing", f"{where}.name")
        if told["email"] and not is_email(told["email"]):
            raise self._bad(f"“{shortened(shown(told['email']), 40)}” is no e-mail address", f"{where}.email")
        person = Person(
            name=told["name"],
            greeting=told["greeting"] or greeting_of(told["name"]),
            title=told["title"],
            email=told["email"],
            phone=told["phone"],
            part=part_of(told["title"]),
        )
        return (person,)

    def _part(self, item: dict[str, Any], field: str, where: str) -> str:
        value = item.get(field)
        if value is not None and not isinstance(value, str):
            raise self._bad(f"wants text, not {_kind(value)}", f"{where}.{field}")
        return cleaned(value or "", one_line=True)

    def _points(self, field: str, met: tuple[Person, ...]) -> tuple[Point, ...]:
        value = self.fields.get(field)
        items = value.split("\n") if isinstance(value, str) else [] if value is None else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise self._bad("wants a list of text", field)
        lines = (cleaned(item, one_line=True) for item in items)
        return tuple(point for line in lines for point in read_points(line, POINTS[field], met))

    def _promise(self, held: date, met: tuple[Person, ...], workdays: Workdays) -> Promise | None:
        words, by = self._text("said"), self._text("said_by")
        said_on = self._said_on(held)
        if not words:
            return None
        from app.domain.promise.reader import read_promise

        reading = read_promise(words, said_on, workdays)
        return Promise(
            words=words, said_on=said_on, said_by=by or (met[0].name if met else ""),
            kind=reading.kind, day=reading.day, confirm=reading.confirm,
        )  # fmt: skip

    def _said_on(self, held: date) -> date:
        typed = self._text("said_on")
        if not typed:
            return held
        now, zone = self.settings.now, self.settings.zone
        said_on = self._read("said_on", lambda: read_moment(typed, now=now, zone=zone)).moment.day
        if said_on < held - timedelta(1):  # a day's difference is one of zones
            raise self._bad("lies before the interview", "said_on")
        return said_on
