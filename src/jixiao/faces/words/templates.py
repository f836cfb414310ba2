"""What the template commands say to people and to scripts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jixiao.report.lint.template_lint import Lint
from jixiao.report.template.error_places import short

if TYPE_CHECKING:
    from jixiao.faces.reference.template_terms import Phrase, Reference

INDENT = " " * 7
FEW = 5  # terms of a sheet that a note names


def lint_as_text(template: Path, found: Lint) -> Iterator[str]:
    """One line per trouble with its paragraph below; notes by sheet; a summary."""
    yield f"模板：{template}"
    for trouble in found.troubles:
        yield f"[问题] {trouble.place}：{trouble.message}"
        if trouble.text.strip():
            yield f"{INDENT}标记：{short(trouble.tag)}"
            yield f"{INDENT}原文：{short(trouble.text.strip())}"
    if found.cut:
        yield f"[提示] {found.cut}"
    for sheet, terms in found.unprinted.items():
        more = f"等 {len(terms)} 个" if len(terms) > FEW else ""
        yield f"[提示] {sheet}：模板没有打印{'、'.join(terms[:FEW])}{more}"
    hidden = sum(map(len, found.unprinted.values()))
    yield f"共发现问题 {len(found.troubles)} 个；填写的名称中有 {hidden} 个没有打印（全部见 --json）。"


def lint_as_json(template: Path, found: Lint) -> dict[str, Any]:
    """The same for scripts; nothing is shortened."""
    return {
        "template": str(template),
        "troubles": [
            {
                "kind": trouble.kind,
                "part": trouble.part,
                "paragraph": trouble.number,
                "place": trouble.place,
                "tag": trouble.tag,
                "text": trouble.text,
                "message": trouble.message,
            }
            for trouble in found.troubles
        ],
        "cut": found.cut or None,
        "unprinted": [{"sheet": sheet, "terms": list(terms)} for sheet, terms in found.unprinted.items()],
    }


def terms_as_text(reference: Reference) -> Iterator[str]:
    """Everything by sheet, then tables, scores and phrases."""
    yield f"表样：{reference.pack}；示例值取自 {reference.sample or '（没有示例）'}"
    for sheet, group in groupby(reference.terms, lambda term: term.sheet):
        yield from ("", f"== {sheet}")
        for term in group:
            kind = f"{term.kind}（{term.unit}）" if term.unit else term.kind
            example = f"　例：{short(term.example)}" if term.example else ""
            yield f"  {term.name}　{term.label}　{term.cells}　{kind}，{term.filled}{example}"
    if reference.tables:
        yield from ("", "== 表（{%p for 行 in 表名 %} … {{ 行.栏名 }} … {%p endfor %}）")
    yield from (f"  {table.name}　{table.label}：{'、'.join(table.columns)}" for table in reference.tables)
    yield from _phrases("评分", reference.scores)
    yield from _phrases("写法（竖线后面：{{ 名称|写法 }}）", reference.filters)
    yield from _phrases("函数（{{ 函数(名称, 名称) }}）", reference.functions)
    yield from _phrases("判断（{% if 名称 is 判断 %}）", reference.tests)
    if reference.flags:
        yield from ("", f"== 开关（{{% if 名称 %}}）：{'、'.join(reference.flags)}")


def _phrases(title: str, phrases: tuple[Phrase, ...]) -> Iterator[str]:
    if phrases:
        yield from ("", f"== {title}")
    yield from (f"  {phrase.name}　{phrase.about}" for phrase in phrases)


def terms_as_json(reference: Reference) -> dict[str, Any]:
    """The same for scripts."""
    import msgspec

    document: dict[str, Any] = msgspec.to_builtins(reference)
    return document
