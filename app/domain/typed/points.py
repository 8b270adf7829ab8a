"""Points as one types them into the four boxes of Capture: one line, one point.

· Walked Dana through the move      a bullet in front ("·", "*", "•", "-") is cut
@Dana runs the platform team        ties the point to her: given name, greeting or full name, anywhere
+ The rota I built / - Danish       in "forgot to mention": helps the case (it does by default), or does not
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from app.domain.facts import Person, Point, PointKind
from app.text import cleaned, folded

_BULLET = re.compile(r"(?:[·•*▪◦‣–—]|\d{1,2}[.)])\s+|[·•▪◦‣]\s*")
_DASH_BULLET = re.compile(r"[-+]\s+|-(?=[^\s\d-])")
_SIGN = re.compile(r"([+-])\s*(?=\S)")
_MOST_WORDS_OF_A_NAME = 6
_PLAIN_BULLET = "· "


def read_points(text: str, kind: PointKind, people: Iterable[Person] = ()) -> tuple[Point, ...]:
    """The points in `text`, one a line, tied to those of `people` whom "@..." names. Any text is read."""
    handles = _handles(people)
    lines = (" ".join(line.split()) for line in cleaned(text).split("\n"))
    points = (_read_line(line, kind, handles) for line in lines)
    return tuple(point for point in points if point.text)


def points_text(points: Iterable[Point], people: Iterable[Person] = ()) -> str:
    """The text that reads as `points` among `people`, for editing; names are short where that is enough."""
    known = tuple(people)
    return "\n".join(_line_of(point, known) for point in points)


def carried_over(points: Iterable[Point], before: Iterable[Point]) -> tuple[Point, ...]:
    """`points` with what text does not show (set aside, id) from the points of the same words `before`."""
    old = {(point.kind, folded(point.text)): point for point in before}
    carried = []
    for point in points:
        same = old.pop((point.kind, folded(point.text)), point)
        carried.append(replace(point, set_aside=same.set_aside, id=same.id))
    return tuple(carried)


def _read_line(line: str, kind: PointKind, handles: dict[str, str]) -> Point:
    line = _without_bullet(line, kind)
    helps = True
    if kind is PointKind.FORGOT_TO_MENTION and (sign := _SIGN.match(line)):
        helps, line = sign.group(1) == "+", line[sign.end() :]
    about, text = _tied(line, handles)
    return Point(kind=kind, text=text, about=about, helps=helps)


def _without_bullet(line: str, kind: PointKind) -> str:
    if bullet := _BULLET.match(line):
        return line[bullet.end() :]
    # In front of a forgotten point a dash or plus has a meaning of its own.
    if kind is not PointKind.FORGOT_TO_MENTION and (dash := _DASH_BULLET.match(line)):
        return line[dash.end() :]
    return line


def _handles(people: Iterable[Person]) -> dict[str, str]:
    """Full names by what may stand behind an "@" (folded); what fits two people fits neither."""
    found: dict[str, set[str]] = {}
    full: dict[str, str] = {}
    for person in people:
        words = person.name.split()
        full[folded(person.name)] = person.name
        for handle in {person.greeting, *words[:1], *words[-1:]} - {""}:
            found.setdefault(folded(handle), set()).add(person.name)
    short = {handle: names.pop() for handle, names in found.items() if len(names) == 1}
    return short | full


def _tied(line: str, handles: dict[str, str]) -> tuple[str, str]:
    """The person whom the first known "@..." names, and the line without it; "" and the line for nobody."""
    for at in re.finditer(r"(?<!\S)@", line):
        words = line[at.end() :].split(" ", _MOST_WORDS_OF_A_NAME)[:_MOST_WORDS_OF_A_NAME]
        for count in range(len(words), 0, -1):
            typed = " ".join(words[:count])
            handle = typed.rstrip(".,:;!?")
            name = handles.get(folded(handle)) or handles.get(folded(typed))
            if name:
                return name, _without_handle(line, at.start(), typed, handle)
    return "", line


def _without_handle(line: str, start: int, typed: str, handle: str) -> str:
    before, after = line[:start].strip(), line[start + 1 + len(typed) :].strip()
    if before and (after or typed != handle):
        return line[:start] + line[start + 1 :]
    return before or after or handle


def _line_of(point: Point, people: tuple[Person, ...]) -> str:
    handles = _handles(people)
    sign = "" if point.helps or point.kind is not PointKind.FORGOT_TO_MENTION else "- "
    for about in _ways_to_name(point, people):
        for front in ("", "+ " if point.kind is PointKind.FORGOT_TO_MENTION else _PLAIN_BULLET):
            line = (sign or front) + about + point.text
            read = _read_line(line, point.kind, handles)
            if (read.text, read.about, read.helps) == (point.text, point.about, point.helps):
                return line
    return sign + (f"@{point.about}: " if point.about else "") + point.text


def _ways_to_name(point: Point, people: tuple[Person, ...]) -> tuple[str, ...]:
    if not point.about:
        return ("",)
    short = next((person.greeting for person in people if person.name == point.about), "")
    return (*((f"@{short} ", f"@{short}: ") if short else ()), f"@{point.about} ", f"@{point.about}: ")
