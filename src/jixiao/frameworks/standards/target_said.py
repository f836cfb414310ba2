"""A target that stands in no column of its own: “目标值≥95%” in the explanation, or before the awards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from msgspec.structs import replace

from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.standards.full_marks import full_marks
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.signed_target import of_rate, read_target
from jixiao.frameworks.standards.target_words import meant_target
from jixiao.frameworks.standards.unused_figures import figures_of
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.texts import POINT, prose, tidy
from jixiao.frameworks.wording.words import score_table_words

_HOLDING = ("per_point", "band", "linear")  # the bound itself
_FOLLOWING = ("execution", "proportional")
_STEPS = ("step", "deduct", "rounding", "floor", "zero_beyond")
_PIECE, _ENDED = re.compile(r"[。;\n,]"), re.compile(r"([^。;\n,]+)([。;\n,]|$)")
_RATE = re.compile(r"(?<![\d.×*])\d+(?:\.\d+)?[%‰]")
_ASKED = re.compile(  # 应达到98%, 不低于98%, 以98%为合格
    r"(?:应|须|需|要求|目标|合格|达标)[^,\d]{0,8}?(\d+(?:\.\d+)?%)"
    r"|(?:不低于|不少于|不高于|不超过|达到|≥|≤)(\d+(?:\.\d+)?%)|以(\d+(?:\.\d+)?%)为"
)
_OF_OTHERS = re.compile("[÷/×*]|抽样|抽查|样本|问卷|回收|其中|上年|去年")  # a formula, samples
_NAMED_INSIDE = re.compile(  # 达到目标值50%的得5分
    r"((?<![未没不])达到(?:年度)?(?:目标值|指标值|标杆值|计划值))(?:\()?(\d+(?:\.\d+)?%)(?:\))?(?=的?,?得)"
)
_LINK = re.compile(r"^[:=]?(?:应|须|要|需)?(?P<least>达到|达)?[:=为是]?")
_ALONE = re.compile(r"^\D{0,5}\d+(?:\.\d+)?(?:%|‰|[^\d%‰得计扣]{0,4}?)(?:\(含\)|(?:及|或)?以[上下内])?$")
_LEANING = re.compile(
    r"达标|目标|标杆|指标值|标准值|基准值|计划值|参考值|预期值|(?:达到|符合)(?:规定)?要求|完成(?:年度|全年)?(?:计划|任务)"
)


def with_target_said(row: PrintedRow, standard: str, explanation: str) -> tuple[PrintedRow, str]:
    """The row with its target, and the standard without the sentence that named it."""
    if row.target:
        return replace(row, target=_bare(row.target, row.name) or row.target), standard
    inside = set(_NAMED_INSIDE.findall(prose(standard)))
    if len(inside) == 1:
        return replace(row, target=f"≥{inside.pop()[1]}"), _NAMED_INSIDE.sub(r"\1", prose(standard))
    beside = _said(explanation, row.name)
    within = {} if beside else _said(_before_awards(standard, row.name), row.name)
    found = {*beside.values(), *within.values()}
    if len(found) != 1 or not standard.strip():
        return row, standard
    left = prose(standard)
    for piece in within:
        left = left.replace(piece, "", 1).lstrip("。;,\n")
    return replace(row, target=found.pop()), left if within else standard


def with_target_doubt(
    rule: RuleReading, row: PrintedRow, target: str, standard: str, explanation: str
) -> RuleReading:
    """What was found beside the standard, and the rule does not count from it."""
    held = {abs(value) for value in figures_of({k: v for k, v in rule.parameters.items() if k not in _STEPS})}
    if target and not row.target:
        if any(f"“{target}”" in doubt for doubt in rule.doubts):
            return rule  # told already
        unused = rule.type in (*_HOLDING, *_FOLLOWING) and not held & set(
            _values([target], row.name, standard)
        )
        return _doubtful(rule, [target]) if unused else rule
    leaning = _LEANING.search(prose(standard))
    figures = (
        _figures(f"{row.target}{row.unit}\n{explanation}")
        if leaning
        else _asked_for(f"{row.name}\n{explanation}")
    )
    told = any(each in doubt for each in figures for doubt in rule.doubts)
    unused = (
        rule.type in _HOLDING
        and bool(figures)
        and not told
        and not held & set(_values(figures, row.name, standard))
    )
    return _doubtful(rule, figures) if unused else rule


def _doubtful(rule: RuleReading, figures: list[str]) -> RuleReading:
    said, full = "、".join(dict.fromkeys(figures)), full_marks(rule)
    beside = f"（评分标准{full.words}得满分）" if full else ""
    return replace(rule, doubts=(*rule.doubts, f"旁边写的“{said}”是不是要达到的目标，不清楚{beside}"))


def _figures(text: str) -> list[str]:
    """The rates that stand beside a standard; without any, the pieces that are nothing but a figure."""
    plain = POINT.sub("", prose(text)).replace("×100%", "").replace("*100%", "")
    return _RATE.findall(plain) or [piece for piece in _PIECE.split(plain) if _ALONE.search(piece)]


def _asked_for(text: str) -> list[str]:
    """The rates that an explanation asks for, also where the standard has figures of its own: 应达到98%."""
    pieces = (piece for piece in _PIECE.split(POINT.sub("", prose(text))) if not _OF_OTHERS.search(piece))
    return [rate for piece in pieces for match in _ASKED.finditer(piece) for rate in match.groups() if rate]


def _values(figures: list[str], name: str, standard: str) -> Iterator[Decimal]:
    """What they stand for in a rule."""
    for each in filter(None, (read_target(text, "", "") for text in figures)):
        yield from (of_rate(each, name).value, meant_target(standard, each)[0])


def _before_awards(standard: str, name: str) -> str:
    """What stands in front of the first award, and says what it is a target of."""
    label, known = score_table_words().any_of("target_label"), tidy(name)
    pieces = list(takewhile(lambda match: not awards(match[0]), _ENDED.finditer(prose(standard))))
    return "\n".join(
        match[1]
        for match in pieces
        if re.match(label, match[1]) or (known and match[1].startswith(known) and match[2] == "。")
    )


def _said(text: str, name: str) -> dict[str, str]:
    """Each piece that names a target, as it is written, and the target alone."""
    whole = prose(text).strip("。;")
    bare = ((piece, _bare(piece.strip("()[] "), name, whole == piece)) for piece in _PIECE.split(prose(text)))
    return {piece: target for piece, target in bare if target}


def _bare(text: str, name: str, alone: bool = False) -> str:
    """“全年目标值为95%”, “接种率达到95%以上”, “≥95%” -> the target; empty for what is more than that."""
    plain, known = POINT.sub("", prose(text)), tidy(name)
    rest = plain[len(known) :] if known and plain.startswith(known) else plain
    label = re.match(score_table_words().any_of("target_label"), rest)
    rest = rest[label.end() :] if label else rest
    link = _LINK.match(rest)
    rest = (rest[link.end() :] if link else rest).strip("()")
    target = read_target(rest, "", "") if _ALONE.search(rest) else None
    if target and link and link["least"] and not target.sign:
        return f"≥{rest}"
    return rest if target and (label or alone or target.sign) else ""
