"""One draft, and the text of its file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias

FieldValue: TypeAlias = "str | int | bool | list[FieldValue] | dict[str, FieldValue] | None"

_FORMAT = 1
_TITLE_LENGTH = 60
OTHER_COPY = " (other copy)"


class BrokenDraftError(ValueError):
    """The bytes are no draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was typed into one form.

    `kind` is the form ("capture", "thank-you", "word" ...), `fields` its texts by name, `saved_at` (aware)
    when it was last kept. `meta` is for the form itself; `meta["title"]` is how the draft is called where
    drafts are listed.
    """

    id: str
    kind: str
    fields: Mapping[str, FieldValue]
    saved_at: datetime
    meta: Mapping[str, FieldValue] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """`meta["title"]`, else the first text of the fields, else ""; one line."""
        given = self.meta.get("title")
        texts = (
            value for value in (given, *self.fields.values()) if isinstance(value, str) and value.strip()
        )
        line = " ".join(next(texts, "").split())
        return line if line.endswith(OTHER_COPY) else line[:_TITLE_LENGTH]

    def other_copy(self, new_id: str) -> Draft:
        """The same text as a draft of its own, named as the other copy."""
        title = self.title.removesuffix(OTHER_COPY) + OTHER_COPY
        return replace(self, id=new_id, meta={**self.meta, "title": title})


@dataclass(frozen=True, slots=True)
class DraftInfo:
    """A draft in a list."""

    id: str
    kind: str
    saved_at: datetime
    title: str


def info(draft: Draft) -> DraftInfo:
    """What a list shows of `draft`."""
    return DraftInfo(draft.id, draft.kind, draft.saved_at, draft.title)


def encoded(draft: Draft) -> bytes:
    """The text of the file of `draft`. Lone surrogates survive: JSON escapes what is not ASCII."""
    held = {
        "format": _FORMAT,
        "id": draft.id,
        "kind": draft.kind,
        "saved_at": draft.saved_at.isoformat(),
        "meta": dict(draft.meta),
        "fields": dict(draft.fields),
    }
    return json.dumps(held, indent=1).encode("ascii")


def decoded(data: bytes, draft_id: str) -> Draft:
    """The draft in `data`, named `draft_id` as its file is. Raises BrokenDraftError for anything of another
    shape.
    """
    try:
        held = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BrokenDraftError from error
    if not isinstance(held, dict) or held.get("format") != _FORMAT:
        raise BrokenDraftError
    kind, fields, meta = held.get("kind"), held.get("fields"), held.get("meta", {})
    if not (isinstance(kind, str) and isinstance(fields, dict) and isinstance(meta, dict)):
        raise BrokenDraftError
    return Draft(id=draft_id, kind=kind, fields=fields, saved_at=_instant(held.get("saved_at")), meta=meta)


def _instant(text: object) -> datetime:
    try:
        instant = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise BrokenDraftError
    return instant
