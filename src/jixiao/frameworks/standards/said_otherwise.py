"""A target that explanation and standard print with two figures: 计划新增2000个 beside 计划新增2400个."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from jixiao.frameworks.standards.standard import Standard
from jixiao.frameworks.wording.texts import DATE, POINT, prose
from jixiao.frameworks.wording.words import score_table_words

_PIECE = re.compile(r"[^,。;\n]+")
_CALLED = r"(?:目标|计划|任务|指标值|标杆值|标准值|基准值|预期值)"
_LEAD = r"[^,。;\d每÷/×*=<>]{0,16}(?<!的)[:=≥≤<>]?"
_OF_RATE = re.compile(r"目标|计划|任务|完成率|每|上年|去年|同期")
_SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000), "": Decimal(1)}
_ALL = (Decimal(100), "%")

Said = dict[tuple[Decimal, str], str]  # figure and unit, with the piece that says it


def said_otherwise(standard: Standard, explanation: str) -> Iterator[str]:
    """Where both name a target in the same unit, and no figure in common."""
    beside, within = _targets(explanation), _targets(standard.text) | _earning(standard)
    for unit in dict.fromkeys(unit for _, unit in beside):
        here = {figure: text for figure, text in beside.items() if figure[1] == unit}
        there = {figure: text for figure, text in within.items() if figure[1] == unit}
        if there and not here.keys() & there.keys():
            one, other = next(iter(here.values())), next(iter(there.values()))
            yield f"旁边写的是“{one}”，评分标准里写的是“{other}”，不一致"


def _targets(text: str) -> Said:
    """What a text calls a target, or a plan."""
    pieces = _PIECE.findall(POINT.sub("", prose(text)).replace("×100%", ""))
    found = ((match, piece) for piece in pieces for match in _labelled().finditer(DATE.sub("", piece)))
    return {_figure(match): piece for match, piece in found if "每" not in piece}


def _earning(standard: Standard) -> Said:
    """The figures that earn the full score; 100% of a plan, and shares of it, are none of them."""
    clauses = [each for each in standard.of("full", "award") if standard.score(each) == standard.full]
    texts = (each.condition for each in clauses if not _OF_RATE.search(each.condition))
    found = {figure: text for text in texts for figure in _figures(text)}
    return {} if set(found) <= {_ALL} else found


def _figures(text: str) -> list[tuple[Decimal, str]]:
    return [_figure(match) for match in _measured().finditer(DATE.sub("", text))]


def _figure(match: re.Match[str]) -> tuple[Decimal, str]:
    return Decimal(match["n"]) * _SCALES[match["scale"] or ""], match["unit"]


@cache
def _measured() -> re.Pattern[str]:
    words = score_table_words()
    units = f"%|{words.any_of('measured_in')}|{words.filled_slots['unit']}"
    return re.compile(rf"(?<![\d.])(?P<n>\d+(?:\.\d+)?)(?P<scale>[万亿])?(?P<unit>{units})")


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(f"{_CALLED}{_LEAD}{_measured().pattern}")
