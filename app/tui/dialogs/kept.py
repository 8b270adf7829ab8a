"""What was typed into dialogs that did not end in a stored fact, for as long as the program runs."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from app.domain.facts import History


class KeptTexts:
    """Texts by dialog, each with the facts it was typed over: with others, it has become a fact itself or is old."""

    def __init__(self) -> None:
        self._texts: dict[Hashable, tuple[History, Mapping[str, str]]] = {}

    def keep(self, dialog: Hashable, history: History, texts: Mapping[str, str]) -> None:
        """Keep the texts of that dialog; none at all: forget it."""
        if texts:
            self._texts[dialog] = history, dict(texts)
        else:
            self._texts.pop(dialog, None)

    def of(self, dialog: Hashable, history: History) -> Mapping[str, str]:
        """What was typed there last over the same facts."""
        before, texts = self._texts.get(dialog, (None, {}))
        return texts if before == history else {}
