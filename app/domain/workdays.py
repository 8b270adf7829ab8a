"""Business days of a region."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Workdays:
    """The business days of one employer's place."""

    region: str = ""
    closed: frozenset[date] = frozenset()
