"""What can be proven of report.toml before any report is written: unit, patterns, expressions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from string import Formatter

from jixiao.pack.errors import PackError
from jixiao.report.language.style import ReportStyle
from jixiao.strict import Keys

_NUMERALS = 11  # from zero to ten
_DAY: dict[str, object] = {"year": 2023, "month": 5, "day": 10}
_NUMBER: dict[str, object] = {"numeral": "一", "number": 1}
_AMOUNT: dict[str, object] = {"amount": ""}
_RATE: dict[str, object] = {"rate": ""}
_REASON: dict[str, object] = {"reason": ""}
_THAN: dict[str, object] = {"than": ""}

# Way to a pattern -> the words that are put into it
_PATTERNS: dict[Keys, dict[str, object]] = {
    ("date",): _DAY,
    ("share",): {"of": "", "rate": ""},
    ("change", "equal"): _THAN,
    ("change", "increase"): _THAN | _AMOUNT,
    ("change", "decrease"): _THAN | _AMOUNT,
    ("change", "no_base"): _THAN,
    ("change", "absent"): _THAN,
    ("change", "rate_up"): _RATE,
    ("change", "rate_down"): _RATE,
    ("change", "reason"): _REASON,
    ("budget", "above"): _AMOUNT,
    ("budget", "below"): _AMOUNT,
    ("budget", "rate"): _RATE,
    ("budget", "reason"): _REASON,
    ("adjustment", "more"): _AMOUNT,
    ("adjustment", "less"): _AMOUNT,
    ("listing", "parts"): {"parts": ""},
    ("listing", "whole"): {"name": ""},
}


def prove_style(style: ReportStyle, units: Collection[str], file: Path) -> None:
    """Raises PackError for what no report can be written with. `units` are those of the form."""
    for at, reason in (
        *_unit(style, units),
        *_patterns(style),
        *_expressions(style),
        *_lists(style),
    ):
        raise PackError(file, str(at[-1] if isinstance(at[-1], str) else at[-2]), reason, at)


def _unit(style: ReportStyle, units: Collection[str]) -> Iterator[tuple[Keys, str]]:
    if style.unit not in units:
        yield ("unit",), f"the form has no unit “{style.unit}”, known: {'、'.join(units)}"
    for name, factor in style.figures.units.items():
        if not factor.is_finite() or factor <= 0:
            yield ("figures", "units", name), f"“{factor}” is no sensible positive number"


def _patterns(style: ReportStyle) -> Iterator[tuple[Keys, str]]:
    for at, words in _PATTERNS.items():
        section = style if len(at) == 1 else getattr(style, str(at[0]))
        yield from _pattern(at, getattr(section, str(at[-1])), words)
    for number, heading in enumerate(style.headings):
        yield from _pattern(("headings", number), heading, _NUMBER)


def _pattern(at: Keys, pattern: str, words: dict[str, object]) -> Iterator[tuple[Keys, str]]:
    try:
        named = {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
        pattern.format(**words)
        sound = named <= words.keys()
    except (ValueError, LookupError, AttributeError, TypeError):
        sound = False
    if not sound:
        known = "、".join(f"{{{word}}}" for word in words)
        yield at, f"the braces of “{pattern}” are none of the words known: {known}"


def _expressions(style: ReportStyle) -> Iterator[tuple[Keys, str]]:
    given: dict[Keys, str] = {
        ("typed_number",): style.typed_number,
        ("typed_purpose",): style.typed_purpose,
        ("typed_none",): style.typed_none,
        ("change", "typed_reason"): style.change.typed_reason,
    }
    given |= {("figures", "no_figures", place): text for place, text in enumerate(style.figures.no_figures)}
    for at, text in given.items():
        try:
            re.compile(text)
        except re.error:
            yield at, f"“{text}” is no regular expression"


def _lists(style: ReportStyle) -> Iterator[tuple[Keys, str]]:
    if len(style.numerals) != _NUMERALS:
        yield ("numerals",), "the numerals go from zero to ten"
    if not style.outlines:
        yield ("outlines",), "there must be one outline at least"
