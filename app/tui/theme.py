"""The two themes, and the variables that the style sheets use beside Textual's own.

Colours and contrasts are those of the visual language: neutral grounds, so that 256 colours keep them apart.
"""

from __future__ import annotations

from textual.theme import Theme


def _theme(
    name: str,
    *,
    dark: bool,
    background: str,
    surface: str,
    panel: str,
    foreground: str,
    muted: str,
    accent: str,
    warning: str,
    success: str,
    error: str,
    hair: str,
) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=accent,
        accent=accent,
        warning=warning,
        success=success,
        error=error,
        foreground=foreground,
        background=background,
        surface=surface,
        panel=panel,
        variables={
            "hair": hair,
            "text": foreground,
            "text-muted": muted,
            "text-disabled": muted,
            "text-primary": accent,
            "text-accent": accent,
            "text-warning": warning,
            "text-success": success,
            "text-error": error,
            "border": accent,
            "border-blurred": surface,
            "block-cursor-foreground": foreground,
            "block-cursor-background": panel,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-foreground": foreground,
            "block-cursor-blurred-background": panel,
            "block-cursor-blurred-text-style": "none",
            "input-cursor-background": foreground,
            "input-cursor-foreground": background,
            "input-cursor-text-style": "none",
            "input-selection-background": accent + " 35%",
            "scrollbar": panel,
            "scrollbar-hover": panel,
            "scrollbar-active": accent,
            "scrollbar-background": background,
            "scrollbar-background-hover": background,
            "scrollbar-background-active": background,
            "scrollbar-corner-color": background,
            "footer-background": surface,
            "footer-key-foreground": foreground,
            "link-color": foreground,
            "link-background": "initial",
            "link-style": "none",
            "link-color-hover": accent,
            "link-background-hover": "initial",
            "link-style-hover": "underline",
        },
    )


LAMP = _theme(
    "lamp",
    dark=True,
    background="#15171a",
    surface="#1d1f23",
    panel="#2a2c31",
    foreground="#dedcd6",
    muted="#a3a099",
    accent="#b9adf5",
    warning="#e8b56f",
    success="#93c29a",
    error="#f0958c",
    hair="#5d5f66",
)
PAPER = _theme(
    "paper",
    dark=False,
    background="#faf8f4",
    surface="#f3f2ef",
    panel="#e5e2dc",
    foreground="#2a2925",
    muted="#5e5b54",
    accent="#5a2da0",
    warning="#704400",
    success="#1d5e2e",
    error="#9a2420",
    hair="#a5a197",
)

DEFAULTS = {"hair": "#808080"}
"""For Textual's own themes, which do not know our one further variable."""
