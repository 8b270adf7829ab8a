"""Where employers are, as long as nobody has said it."""

from __future__ import annotations

import locale
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.dueness import Place

REGION = "region"
"""The name of the setting."""


def guessed(zone: str) -> str:
    """The region that the clock and the language of the machine tell, "" where they do not."""
    from app.domain.regions import guess_region

    return guess_region(zone, locale.setlocale(locale.LC_CTYPE) or "")


def with_guess(place: Place, settings: Mapping[str, str]) -> Place:
    """`place`, with the guessed region as long as the person was not asked."""
    return place if REGION in settings else replace(place, region=guessed(place.zone))
