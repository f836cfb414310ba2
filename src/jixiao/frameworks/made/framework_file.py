"""A table that was read, as a framework's file that the strict loader accepts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from jixiao.files import write_new
from jixiao.frameworks.made.framework_entries import HAND, SLOT, Entry, Room, entries_of
from jixiao.frameworks.read_framework import FrameworkRead
from jixiao.model.errors import UnusableInput
from jixiao.model.figures import plain
from jixiao.pack.framework import Framework
from jixiao.pack.framework_proof import prove_whole
from jixiao.pack.measure_words import load_measure_words
from jixiao.pack.pack import Pack
from jixiao.pack.toml_file import typed

ENDING = ".toml"


def save_framework(read: FrameworkRead, out: Path, pack: Pack) -> tuple[str, ...]:
    """Write the file; the names of the indicators that have a rule, and yet are scored by hand.

    Raises UnusableInput; never overwrites a file.
    """
    if out.suffix.lower() != ENDING:
        raise UnusableInput(f"文件名“{out.name}”应以 {ENDING} 结尾，例如：{out.with_suffix(ENDING).name}。")
    if out.exists():
        raise UnusableInput(f"“{out}”已经存在，没有覆盖它。请换一个文件名。")
    text, left = framework_text(read, pack)
    write_new(out, text.encode())
    return left


class ScoredBy(msgspec.Struct, frozen=True):
    """How many indicators the tool scores, and how many people: until a reading is confirmed, or for good."""

    tool: int
    unsure: int
    people: int


def scored_by(read: FrameworkRead, pack: Pack) -> ScoredBy:
    """As the rows will stand in a workbook; what the unit fills with rows of its own is none of them."""
    room = _room(pack)
    entries = [entry for entry, _ in entries_of(read, room) if entry["method"]["type"] != SLOT]
    manual = [entry for entry in entries if entry["method"]["type"] == HAND["type"]]
    unsure = sum("method" in entry.get("offer", {}) for entry in manual)
    return ScoredBy(len(entries) - len(manual), unsure, len(manual) - unsure)


def _room(pack: Pack) -> Room:
    words, form = load_measure_words(pack), pack.form.assessment
    slots = words.free_rows if words else None
    columns = len(form.points) if form else 0
    return Room(pack.vocabulary, columns, slots.measure if slots else "", slots.id if slots else "")


def framework_text(read: FrameworkRead, pack: Pack) -> tuple[str, tuple[str, ...]]:
    """The text of the file, which the strict loader accepts, and the names that are left to people."""
    if pack.form.assessment is None:
        raise UnusableInput(f"表样“{pack.form.id}”不评分，不能用评价指标体系。")
    entries = list(entries_of(read, _room(pack)))
    if not entries:
        raise UnusableInput(f"“{read.file}”的评分表没有带分值的指标，不能存为指标体系。")
    raw = _raw(read, [entry for entry, _ in entries])
    prove_whole(typed(raw, Framework, read.file), pack.vocabulary, Path(read.file))
    return "".join(_lines(raw)), tuple(entry["name"] for entry, hand in entries if hand)


def _raw(read: FrameworkRead, entries: list[Entry]) -> dict[str, Any]:
    total = sum((Decimal(entry["max_score"]) for entry in entries), Decimal(0))
    stated = {} if read.total == total else {"stated": plain(read.total)}
    return {
        "name": read.name,
        "basis": {"document": read.file, "clause": read.name},
        "total": plain(total),
        **stated,
        **({"columns": columns} if (columns := _columns(read)) else {}),
        **({"dated": True} if read.title != read.name else {}),
        **({"below": list(read.below)} if read.below else {}),
        "grades": [{"name": name, "lowest": plain(lowest)} for name, lowest in read.grades],
        **({"not_applicable": read.absent.general} if read.absent.general else {}),
        **({} if (decimals := read.rounding.decimals) is None else {"decimals": decimals}),
        "levels": [
            _level(name, list(group)) for name, group in groupby(entries, lambda each: each["level1"])
        ],
        "indicator": entries,
    }


def _columns(read: FrameworkRead) -> list[dict[str, Any]]:
    return [{"label": each.printed.label, "holds": each.printed.holds} for each in read.columns]


def _level(name: str, entries: list[Entry]) -> dict[str, Any]:
    parts: dict[str, Decimal] = {}
    for entry in entries:
        parts[entry["level2"]] = parts.get(entry["level2"], Decimal(0)) + Decimal(entry["max_score"])
    total = plain(sum(parts.values(), Decimal(0)))
    return {"name": name, "max_score": total, "parts": {part: plain(score) for part, score in parts.items()}}


def _lines(raw: dict[str, Any]) -> Iterator[str]:
    """One key a line, one item of a list a line, each indicator under its own head."""
    for key in (key for key in raw if key != "indicator"):
        yield f"{key} = {_written(raw[key])}\n"
    for entry in raw["indicator"]:
        yield "\n[[indicator]]\n"
        yield from (f"{key} = {_written(value)}\n" for key, value in entry.items())


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return (
            "{ "
            + ", ".join(f"{json.dumps(k, ensure_ascii=False)} = {_written(v)}" for k, v in value.items())
            + " }"
        )
    if isinstance(value, list):
        return "[\n" + "".join(f"  {_written(each)},\n" for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)
