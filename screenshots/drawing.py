"""A screen as an SVG picture, drawn cell by cell from what the program would send to a terminal.

Textual's own export lets a viewer without its web font close up leading blanks, so that words run together. Here
each run of text is set at its own cell and stretched to its own width, and any monospaced font will do.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color

CELL_W, CELL_H, MARGIN, FONT = 12, 26, 12, 20
FAMILY = "JetBrains Mono, Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace"


def picture(app: App[object]) -> str:
    """The present screen of a running `app` as SVG text."""
    size = app.size
    background = Color.parse(app.theme_variables["background"]).hex
    lines = app.screen._compositor.render_strips(size)  # noqa: SLF001  (the only place that has the finished cells)
    width, height = size.width * CELL_W + 2 * MARGIN, size.height * CELL_H + 2 * MARGIN
    body = "\n".join(part for y, line in enumerate(lines) for part in _line(line, y))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">\n'
        f'<rect width="{width}" height="{height}" rx="8" fill="{background}"/>\n'
        f'<g font-family="{FAMILY}" font-size="{FONT}" xml:space="preserve">\n{body}\n</g>\n</svg>\n'
    )


def _line(segments: Iterable[Segment], y: int) -> Iterable[str]:
    x = 0
    for segment in segments:
        cells = segment.cell_length
        style = segment.style or Style()
        fore, back = _colour(style.color), _colour(style.bgcolor)
        if style.reverse:
            fore, back = back, fore
        left, top = MARGIN + x * CELL_W, MARGIN + y * CELL_H
        if back:
            yield f'<rect x="{left}" y="{top}" width="{cells * CELL_W}" height="{CELL_H}" fill="{back}"/>'
        yield from _runs(segment.text, style, fore or "#888888", left, top)
        x += cells


def _runs(text: str, style: Style, fill: str, left: int, top: int) -> Iterable[str]:
    """The words of a segment, each at its place; blanks need no ink unless they are underlined."""
    from rich.cells import cell_len

    weight = ' font-weight="bold"' if style.bold else ""
    slant = ' font-style="italic"' if style.italic else ""
    line = ' text-decoration="underline"' if style.underline else ""
    pieces = [text] if style.underline else text.split(" ")
    x = left
    for piece in pieces:
        cells = cell_len(piece)
        if piece.strip():
            yield (
                f'<text x="{x}" y="{top + 19}" fill="{fill}" textLength="{cells * CELL_W}"'
                f' lengthAdjust="spacingAndGlyphs"{weight}{slant}{line}>{escape(piece)}</text>'
            )
        x += (cells + 1) * CELL_W


def _colour(colour: object) -> str:
    from rich.color import Color as RichColor

    if not isinstance(colour, RichColor) or colour.is_default:
        return ""
    return colour.get_truecolor().hex
