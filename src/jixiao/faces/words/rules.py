"""The rule catalogue for a terminal, as lines of plain text, and for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec

from jixiao.faces.reference.glossary import Entry, entries_of
from jixiao.faces.reference.rules import NO_SLACK, Rule, catalogue_of, narrowed, reach
from jixiao.model.figures import plain
from jixiao.pack.framework import Framework
from jixiao.pack.pack import Pack
from jixiao.pack.reasons import SEVERITIES

INDENT = " " * 7


def as_text(pack: Pack, words: Sequence[str] = ()) -> Iterator[str]:
    """Checks, indicators and terms, each under its heading; with `words` those that speak of all of them."""
    catalogue = narrowed(catalogue_of(pack), words)
    rules = catalogue.rules
    yield f"{catalogue.title}（{catalogue.pack}，第 {catalogue.version} 版）：核对规则 {len(rules)} 条"
    for section in catalogue.sections:
        yield from ("", f"== {section.title}（{len(section.rules)} 条）")
        if section.note:
            yield section.note.replace("`", "")
        for rule in section.rules:
            yield from _rule(rule)
    for framework in catalogue.frameworks:
        yield from ("", *_framework(framework))
    if catalogue.unusable:
        yield from ("", "== 还不能用的评价指标体系", *catalogue.unusable)
    if catalogue.codes:
        yield from ("", f"== 代码表（{len(catalogue.codes)} 份）")
        yield from (f"{codes.title}（{reach(codes)}）：{codes.source}" for codes in catalogue.codes)
    yield from _terms(entries_of(pack, words))


def _rule(rule: Rule) -> Iterator[str]:
    yield f"[{SEVERITIES[rule.severity]}] {rule.id} {rule.title}"
    yield f"{INDENT}{rule.relation}"
    yield f"{INDENT}{rule.reading}"
    if rule.applies:
        yield f"{INDENT}适用条件：{rule.applies_reading}"
    if rule.each:
        yield f"{INDENT}逐一核对：{rule.each}"
    if rule.tolerance != NO_SLACK:
        yield f"{INDENT}允许尾差：{rule.tolerance}"
    yield f"{INDENT}依据：{rule.document}：{rule.clause}"
    if rule.mend:
        yield f"{INDENT}怎样办：{rule.mend}"


def _framework(framework: Framework) -> Iterator[str]:
    yield f"== {framework.name}（{plain(framework.total)} 分）"
    for indicator in framework.indicators:
        yield f"[{plain(indicator.max_score)}分] {indicator.id} {indicator.name}：{indicator.guidance}"


def _terms(entries: tuple[Entry, ...]) -> Iterator[str]:
    if entries:
        yield from ("", f"== 名称（{len(entries)} 个）")
    for sheet, group in groupby(entries, lambda entry: entry.sheet):
        yield from ("", f"{sheet}：")
        for entry in group:
            yield f"  {entry.term}　{entry.label}　{entry.cells}　{entry.kind}，{entry.filled}"


def as_json(pack: Pack, words: Sequence[str] = ()) -> dict[str, Any]:
    """The same for scripts."""
    catalogue = narrowed(catalogue_of(pack), words)
    return {
        "pack": catalogue.pack,
        "version": catalogue.version,
        "title": catalogue.title,
        "rules": [
            {"section": section.title, "note": section.note, **msgspec.to_builtins(rule)}
            for section in catalogue.sections
            for rule in section.rules
        ],
        "frameworks": msgspec.to_builtins(catalogue.frameworks),
        "unusable_frameworks": list(catalogue.unusable),
        "code_lists": msgspec.to_builtins(catalogue.codes),
        "terms": msgspec.to_builtins(entries_of(pack, words)),
    }
