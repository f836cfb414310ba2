"""What `jixiao verify` says to people and to scripts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from jixiao.model.quotes import cut
from jixiao.report.proof.differences import Difference, Rewording
from jixiao.verifying import Verified

LONGEST = 60
MOST = 40  # lines of a kind; the JSON has all
MOST_NAMED = 3  # cells or figures of a sentence


def as_text(result: Verified, report: Path, book: Path) -> Iterator[str]:
    """The verdict first, then a line for each figure that differs, then the words that were changed."""
    figures, words = result.comparison.figures, result.comparison.words
    yield f"报告：{report}"
    yield f"工作簿：{book}"
    yield from _remarks(result)
    yield from _listed("不符", list(_differing(figures)))
    yield from _listed("文字改动", [_reworded(rewording) for rewording in words])
    counted = (
        f"核对一致的数 {result.comparison.agreed} 个，不符 {len(figures)} 处，文字改动 {len(words)} 处。"
    )
    yield f"{'报告与工作簿一致' if result.agrees else '报告与工作簿不一致'}：{counted}"


def _listed(kind: str, sentences: list[str]) -> Iterator[str]:
    yield from (f"[{kind}] {sentence}" for sentence in sentences[:MOST])
    if len(sentences) > MOST:
        yield f"[{kind}] 还有 {len(sentences) - MOST} 条没有列出，全部见 --json。"


def _differing(figures: list[Difference]) -> Iterator[str]:
    """A sentence each; what is gone with its whole paragraph or table row is one sentence."""
    for (paragraph, gone), group in groupby(figures, lambda each: (each.paragraph, not each.stated)):
        together = list(group)
        if gone and len(together) > 1:
            values = "、".join(f"“{each.expected}”" for each in together[:MOST_NAMED])
            more = f"等 {len(together)} 个数" if len(together) > MOST_NAMED else ""
            yield f"“{cut(paragraph, LONGEST)}”：报告里没有了，其中有{values}{more}。"
        else:
            yield from map(_sentence, together)


def _remarks(result: Verified) -> Iterator[str]:
    if result.comparison.agreed < len(result.comparison.figures):
        yield "多数数字对不上，这份报告不像是由这个工作簿生成的。请先确认两个文件没有拿错。"
    if result.untouched:
        yield "报告生成以后没有改动过。"
    if result.tracked:
        yield "报告里有还没有接受或拒绝的修订，按全部接受后的样子核对。"
    if result.struck:
        yield "报告里有加了删除线的数，按已经删去核对。"
    if result.unread:
        more = "、".join(f"{kind} {number} 处" for kind, number in result.unread)
        yield f"报告里比生成时多了：{more}。里面如果有数，本工具读不出来，没有核对，请打开报告看一遍。"
    if result.unit:
        yield f"报告里没有工作簿的单位名称“{result.unit}”，像是别的单位的报告。请先确认两个文件没有拿错。"
    if result.same_entries is False:
        yield "生成报告以后，工作簿里填的内容有改动。"
    if result.same_entries is None:
        yield "报告没有注明由哪份工作簿生成（不是本工具生成的，或属性被清除了），只核对内容。"


def _sentence(difference: Difference) -> str:
    where = f"“{cut(difference.paragraph, LONGEST)}”"
    if not difference.expected:
        return f"{where}：“{difference.stated}”工作簿里没有，是手工写进报告的。"
    cell = f"工作簿应为“{difference.expected}”（{_origin(difference)}）"
    if not difference.stated:
        return f"{where}：{cell}，报告里没有了。"
    return f"{where}：报告写的是“{difference.stated}”，{cell}。"


def _origin(difference: Difference) -> str:
    origin = difference.origin
    if origin is None:
        return "模板"
    places = list(dict.fromkeys(str(fact.place) for fact in origin.facts if fact.place))
    more = f" 等 {len(places)} 个单元格" if len(places) > MOST_NAMED else ""
    return f"{origin.term}，{'、'.join(places[:MOST_NAMED])}{more}" if places else origin.term


def _reworded(rewording: Rewording) -> str:
    if not rewording.made:
        return f"多出一段：“{cut(rewording.reads, LONGEST)}”"
    if not rewording.reads:
        return f"少了一段：“{cut(rewording.made, LONGEST)}”"
    made, reads = _changed_part(rewording.made, rewording.reads)
    return f"原为“{made}”，现为“{reads}”"


def _changed_part(made: str, reads: str) -> tuple[str, str]:
    """The two where they differ, with a few characters before."""
    same = next(
        (index for index, (one, other) in enumerate(zip(made, reads, strict=False)) if one != other),
        min(len(made), len(reads)),
    )
    start = max(0, same - 12)
    lead = "…" if start else ""
    return lead + cut(made[start:], LONGEST), lead + cut(reads[start:], LONGEST)


def as_json(result: Verified, report: Path, book: Path) -> dict[str, Any]:
    """The contract with scripts."""
    return {
        "report": str(report),
        "workbook": str(book),
        "agrees": result.agrees,
        "untouched": result.untouched,
        "tracked_changes": result.tracked,
        "struck_out": result.struck,
        "unread": dict(result.unread),
        "unit_missing": result.unit or None,
        "same_entries": result.same_entries,
        "agreed": result.comparison.agreed,
        "differences": [_difference(difference) for difference in result.comparison.figures],
        "text_changes": [{"made": each.made, "reads": each.reads} for each in result.comparison.words],
    }


def _difference(difference: Difference) -> dict[str, Any]:
    origin = difference.origin
    return {
        "paragraph": difference.paragraph,
        "report_says": difference.stated or None,
        "workbook_says": difference.expected or None,
        "term": origin.term if origin else None,
        "label": origin.label if origin else None,
        "cells": [str(fact.place) for fact in origin.facts if fact.place] if origin else [],
        "working": origin.working if origin else None,
        "message": _sentence(difference),
    }
