"""The two rows above the keys that explain whatever is under the cursor."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Foot(Static):
    """Two rows; `tell` says why. At 110 columns and more a page may put its side panel in its place."""

    DEFAULT_CSS = """
    Foot { height: 2; padding: 0 2; background: $surface; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False, id="foot")

    def tell(self, content: Content | str) -> None:
        """Say `content` (plain text or Content; never markup)."""
        self.update(content if isinstance(content, Content) else Content(content))
