"""Text measured and cut in cells of a terminal, where a character may take two or none."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells, set_cell_size

from app.text import ELLIPSIS


def width(text: str) -> int:
    """Cells that `text` takes in a terminal."""
    return cell_len(text)


def fitted(text: str, cells: int) -> str:
    """`text` cut to `cells` cells, the cut marked with an ellipsis."""
    if cells <= 0:
        return ""
    if width(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + ELLIPSIS


def padded(text: str, cells: int) -> str:
    """`text` cut or filled with spaces to exactly `cells` cells."""
    text = fitted(text, cells)
    return text + " " * (cells - width(text))


def lines_of(text: str, cells: int) -> list[str]:
    """`text` in lines of at most `cells` cells, broken between words where there is a blank; at least one line."""
    cells = max(cells, 2)
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined) <= cells:
            lines[-1] = joined
        else:
            lines.extend(chop_cells(word, cells))
    return lines or [""]
