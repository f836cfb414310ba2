"""What a workbook carries of a framework of the unit's own: beside the rows of 指标体系, and in its head.

A row that was deleted with its hidden cells takes its indicator along; the copy in the head still knows it.
"""

from __future__ import annotations

import base64
import zlib

import msgspec
from msgspec.structs import replace

from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.framework_rows import FrameworkSheet

_LONGEST = 32_000  # characters; Excel takes 32,767 in a cell
_LARGEST = 4_000_000  # bytes of a copy that is unpacked


class _Head(Framework, kw_only=True):
    """All but the indicators, the order in which these stood when the workbook was made, and their copy."""

    order: tuple[str, ...] = ()
    copy: str = ""


def stored_head(framework: Framework) -> str:
    """All but the indicators, and a packed copy of them; nothing of a framework that the pack has."""
    if not framework.own:
        return ""
    fields = {name: getattr(framework, name) for name in Framework.__struct_fields__} | {"indicators": ()}
    head = _Head(**fields, order=tuple(framework.by_id), copy=_packed(framework.indicators))
    text = _encoded(head)
    return text if len(text) <= _LONGEST else _encoded(replace(head, copy=""))


def _encoded(head: _Head) -> str:
    return msgspec.json.encode(head).decode()


def is_head_of(head: str, framework: Framework) -> bool:
    """Whether it was stored of this framework, whatever the order of its indicators."""
    return _alone(head) == _alone(stored_head(framework))


def _alone(head: str) -> _Head | None:
    try:
        return replace(msgspec.json.decode(head, type=_Head), order=(), copy="") if head else None
    except (ValueError, msgspec.DecodeError):
        return None


def stored_indicator(indicator: Indicator) -> str:
    """Its examples have proven it when it was made."""
    return msgspec.json.encode(replace(indicator, examples=())).decode()


def of_stored(text: str) -> Indicator:
    """An indicator as a workbook carries it, also one of an older version. Raises ValueError."""
    return msgspec.json.decode(text, type=Indicator)


def stored_framework(sheet: FrameworkSheet) -> Framework:
    """The framework that the workbook carries, whatever order its rows stand in by now.

    Of a row copied with its hidden cells the first counts; of one that was deleted, the copy.
    Raises ValueError for what was taken apart.
    """
    head = msgspec.json.decode(sheet.head, type=_Head)
    there: dict[str, Indicator] = {}
    for row in sheet.rows:
        if row.stored:
            there.setdefault((each := of_stored(row.stored)).id, each)
    if not set(head.order) <= set(there):
        there = {each.id: each for each in _unpacked(head.copy)} | there
    if sum(each.max_score for each in there.values()) != head.total:
        raise ValueError("rows are gone")
    order = head.order if set(head.order) == set(there) else tuple(there)
    fields = {name: getattr(head, name) for name in Framework.__struct_fields__}
    return Framework(**fields | {"indicators": tuple(there[id_] for id_ in order)})


def _packed(indicators: tuple[Indicator, ...]) -> str:
    texts = msgspec.json.encode([replace(each, examples=()) for each in indicators])
    return base64.b64encode(zlib.compress(texts, 9)).decode()


def _unpacked(copy: str) -> tuple[Indicator, ...]:
    """Nothing of a workbook that was made without it, or whose copy is damaged."""
    try:
        texts = zlib.decompressobj().decompress(base64.b64decode(copy), _LARGEST)
        return msgspec.json.decode(texts, type=tuple[Indicator, ...]) if texts else ()
    except (ValueError, msgspec.DecodeError, zlib.error):
        return ()
