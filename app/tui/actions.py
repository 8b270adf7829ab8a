"""The registry: each thing a person can do, once. Bindings, footer, palette, help and the documentation come from it.

Two states, as in vim: while *writing*, letters type and only control and function keys act; *at rest*, letters act.
The order of the registry is the order in the footer, and the last ones are dropped first where it is narrow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType

EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    `id`        its name in bindings ("save" runs `action_save` of the screen or the app).
    `places`    the pages it works on; EVERYWHERE for all.
    `rest`      keys that act at rest, the shown one first, in Textual's names.
    `writing`   keys that act while writing too (and at rest), the shown one first.
    `label`     what the footer and the palette call it.
    `help`      one line for the help page and the palette.
    `footer`    whether the footer offers it at rest; while writing, whatever has a writing key and `footer_writing`.
    """

    id: str
    places: tuple[str, ...]
    label: str
    help: str
    rest: tuple[str, ...] = ()
    writing: tuple[str, ...] = ()
    footer: bool = True
    footer_writing: bool = False
    right: bool = False

    def shown_key(self, *, writing: bool) -> str:
        """The key to show in this state; "" where there is none."""
        keys = self.writing if writing else (self.rest or self.writing)
        return key_shown(keys[0]) if keys else ""


WRITING_PLACES = frozenset({"capture", "word", "sent", "outcome", "region"})

ACTIONS: tuple[Action, ...] = (
    # what Capture and the forms offer while one writes
    Action(
        "capture_it",
        ("leave",),
        "Capture it now",
        "write it down, beginning with what stands here",
        rest=("2",),
        writing=("ctrl+s",),
        footer_writing=True,
    ),
    Action(
        "save",
        ("capture", "word", "sent", "outcome", "region"),
        "Save",
        "save and go on",
        writing=("ctrl+s",),
        footer_writing=True,
    ),
    Action(
        "next_field",
        ("capture", "leave", "word", "sent", "outcome"),
        "Next field",
        "to the next field; shift+tab goes back",
        writing=("tab",),
        footer_writing=True,
    ),
    Action(
        "take_alternative",
        ("capture", "word"),
        "Other reading",
        "take the other day that their words may mean",
        rest=("a",),
        writing=("ctrl+y",),
    ),
    Action(
        "log_word",
        ("sent",),
        "Log a word",
        "they wrote or called meanwhile: log that instead",
        writing=("ctrl+r",),
    ),
    Action(
        "stop_writing",
        ("capture", "leave", "word", "sent", "outcome", "region"),
        "Stop writing",
        "stop writing, so that letters act; again: back",
        writing=("escape",),
        footer=False,
        footer_writing=True,
    ),
    Action(
        "write",
        ("capture", "leave", "word", "sent", "outcome"),
        "Write",
        "back to where you were writing",
        rest=("i", "enter"),
    ),
    Action(
        "drafts",
        ("capture",),
        "Drafts",
        "the drafts that wait: choose one, throw one away, start another",
        rest=("d",),
        writing=("ctrl+r",),
    ),
    Action("new_draft", ("capture",), "New", "start another debrief; this one waits as a draft", rest=("n",)),
    # a row of the timeline, or an opportunity
    Action("open", ("timeline",), "Open", "open the opportunity", rest=("enter",)),
    Action("follow_up", ("timeline", "opportunity"), "Follow up", "mark a follow-up sent", rest=("f",)),
    Action("thank_you", ("timeline", "opportunity"), "Thank-you", "mark a thank-you sent", rest=("t",)),
    Action(
        "reply",
        ("timeline", "opportunity"),
        "Reply",
        "log a word from them, with what they promised",
        rest=("r",),
    ),
    Action("sent", ("timeline", "opportunity"), "Sent", "mark the message of this row sent", rest=("s",)),
    Action(
        "outcome",
        ("timeline", "opportunity"),
        "Outcome",
        "offer, accepted, declined, rejected, withdrew, moved on",
        rest=("o",),
    ),
    Action("edit", ("timeline", "opportunity"), "Edit", "edit the debrief in Capture", rest=("e",)),
    Action("undo", ("timeline", "opportunity", "capture"), "Undo", "undo the last change", rest=("u",)),
    Action(
        "redo", ("timeline", "opportunity"), "Redo", "do again what was undone", rest=("U",), footer=False
    ),
    Action(
        "region",
        ("timeline", "opportunity", "capture"),
        "Region",
        "whose holidays and working week count",
        rest=("R",),
        footer=False,
    ),
    # everywhere
    Action(
        "page('timeline')",
        (EVERYWHERE,),
        "Timeline",
        "the timeline: what is due, and why",
        rest=("1",),
        writing=("f2",),
        footer=False,
    ),
    Action(
        "page('capture')",
        (EVERYWHERE,),
        "Capture",
        "write down an interview",
        rest=("2",),
        writing=("f3",),
        footer=False,
    ),
    Action(
        "leave",
        ("timeline", "capture", "opportunity"),
        "Before you leave",
        "what to ask at the end of an interview",
        rest=("l",),
        footer=False,
    ),
    Action(
        "sample", ("first",), "Sample data", "look around with made-up data, apart from yours", rest=("d",)
    ),
    Action("back", ("opportunity", "leave"), "Back", "go back", rest=("escape",)),
    Action("theme", (EVERYWHERE,), "Theme", "lamp (dark) or paper (light)", footer=False),
    Action(
        "quit_kept",
        (EVERYWHERE,),
        "Quit",
        "quit; all is kept",
        rest=("q",),
        writing=("ctrl+q",),
        footer=False,
    ),
    Action(
        "palette",
        (EVERYWHERE,),
        "Commands",
        "every command",
        rest=(":",),
        writing=("ctrl+p",),
        footer=False,
        footer_writing=True,
        right=True,
    ),
    Action(
        "help",
        (EVERYWHERE,),
        "Help",
        "the keys that work here",
        rest=("?",),
        writing=("f1",),
        footer=True,
        footer_writing=True,
        right=True,
    ),
)

_KEY_NAMES = {"escape": "esc", "question_mark": "?", "colon": ":", "slash": "/"}


def key_shown(key: str) -> str:
    """A key as the footer writes it: "ctrl+s" is "^s", "f1" is "F1"."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return _KEY_NAMES.get(key, key)


def at(place: str) -> tuple[Action, ...]:
    """The actions that work at `place`, in the registry's order."""
    return tuple(a for a in ACTIONS if place in a.places or EVERYWHERE in a.places)


def footer(place: str, *, writing: bool) -> tuple[Action, ...]:
    """The actions the footer offers at `place` in this state, most wanted first."""
    return tuple(
        a for a in at(place) if (a.footer_writing if writing else a.footer) and a.shown_key(writing=writing)
    )


def bindings(place: str) -> list[BindingType]:
    """Textual bindings of a page; global ones belong to the app (`EVERYWHERE`)."""
    return list(_bindings(a for a in ACTIONS if place in a.places))


def _bindings(actions: Iterable[Action]) -> Iterable[Binding]:
    for action in actions:
        for key in action.rest:
            yield Binding(key, action.id, action.label, show=False, id=_binding_id(action))
            if len(key) == 1 and key.isalnum() and key not in "bf":
                # "esc s" typed fast arrives as alt+s, and a focused field would type it
                yield Binding(f"alt+{key}", action.id, action.label, show=False, priority=True)
        for key in action.writing:
            # tab and esc are the focused field's first (completion), the others act whatever has the focus
            yield Binding(
                key,
                action.id,
                action.label,
                show=False,
                priority=key not in {"tab", "escape"},
                id=None if action.rest else _binding_id(action),
            )


def _binding_id(action: Action) -> str:
    return action.id.partition("(")[0] if "(" not in action.id else action.id.replace("('", ".").rstrip("')")
