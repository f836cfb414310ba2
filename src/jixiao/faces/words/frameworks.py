"""A score table that was read, as lines and as JSON: what was understood, and what people must look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from jixiao.frameworks.indicator_read import IndicatorRead, row_remarks
from jixiao.frameworks.made.framework_file import ScoredBy
from jixiao.frameworks.printed_grades import said_grades
from jixiao.frameworks.read_framework import FrameworkRead
from jixiao.frameworks.standards.rule_words import rule_words
from jixiao.model.figures import grade_words, kept_decimals, plain
from jixiao.model.quotes import nested

HAND = {"type": "manual"}
_NAMED = 8  # indicators that one line names
_REMARKS = 6  # of the table as a whole
_ABSENT = {"full": "按满分计", "rescale": "不计分，其余指标折算"}


def as_json(read: FrameworkRead) -> dict[str, Any]:
    """Rows with levels, weight, method, measure and whether they are sure; remarks."""
    return {
        "file": read.file,
        "name": read.name,
        "total": plain(read.total),
        "rows": [_row(each) for each in read.rows],
        "grades": [{"name": name, "lowest": plain(lowest)} for name, lowest in read.grades],
        "decimals": read.rounding.decimals,
        "remarks": list(read.remarks),
    }


def _row(each: IndicatorRead) -> dict[str, Any]:
    row, rule = each.row, each.rule
    return {
        "level1": row.level1,
        "level2": row.level2,
        "name": row.name,
        "max_score": None if each.weight is None else plain(each.weight),
        "method": {"type": rule.type, **rule.parameters} if rule.type else HAND,
        "measure": each.measure.relation or None,
        "sure": each.sure,
        "free": row.free,
        "standard": each.standard,
        "explanation": each.explanation,
        "doubts": list(each.doubts),
    }


def as_text(read: FrameworkRead, out: Path | None, left: tuple[str, ...], by: ScoredBy) -> Iterator[str]:
    """The rows by level with rule and measure, the remarks, and what to do next."""
    named = [each for each in read.rows if not each.row.free]
    yield f"{read.name}：{len(named)} 个指标，总分 {plain(read.total)} 分。"
    for levels, rows in groupby(read.rows, key=lambda each: each.row.levels):
        yield ""
        yield " / ".join(level for level in levels if level) or "（没有上级指标）"
        for each in rows:
            yield from _lines(each)
            if rule := read.absent.named.get(each.row.name):
                yield f"      没有这项业务的：{_ABSENT[rule]}"
    yield ""
    yield from _printed(read)
    yield from _rules(read)
    yield from (f"注意：{nested(remark)}" for remark in read.remarks)
    yield _counted(by)
    if out:
        yield f"已存为 {out}。" + (f"存为由人评分的：{'、'.join(left)}。" if left else "")


def _printed(read: FrameworkRead) -> Iterator[str]:
    """The columns of the score table that the workbook and the report print, and what of hers they do not."""
    yield f"评分表和附件的栏目照原表：{'、'.join(each.printed.label for each in read.columns)}。"
    if read.combined:
        yield f"“{'”“'.join(read.combined)}”各栏的字合在一栏里印。"
    if read.below:
        yield f"表下的说明和总分以外的加分扣分行照印（{len(read.below)} 行，填表人等除外）。"
    elif read.notes.strip():
        yield "表下的文字（填表人等，或太长的）不印；要印的，请在 Word 报告的附件里补上。"


def _grades(read: FrameworkRead) -> str:
    """Those by which the score is graded, so that people see what the notes were understood to say."""
    if not read.grades:
        return "等级：不定（表下关于等级的话没有读懂）。"
    usual = "" if said_grades(read.notes, read.total) else "（表下没有写等级，按通行的划分）"
    return f"等级：{grade_words(read.grades)}{usual}。"


def _rules(read: FrameworkRead) -> Iterator[str]:
    """What the notes were understood to say of the whole, so that people see it."""
    yield _grades(read)
    if read.rounding.decimals is not None:
        yield f"各指标得分：{kept_decimals(read.rounding.decimals)}（四舍五入）。"
    yield from (f"不适用的指标：{_ABSENT[rule]}。" for rule in filter(None, [read.absent.general]))


def _counted(by: ScoredBy) -> str:
    """Rows that wait to be confirmed are scored by people until then."""
    waits = f"，其中 {by.unsure} 个要先核对（核对后可由工具评分）" if by.unsure else ""
    return f"由工具评分的 {by.tool} 个，由人评分的 {by.unsure + by.people} 个{waits}。"


def read_in_a_sentence(read: FrameworkRead, by: ScoredBy) -> str:
    """How much of a table was understood, for a message box."""
    return f"“{read.name}”{by.tool + by.unsure + by.people} 个指标：{_counted(by)}{_grades(read)}"


def in_short(
    read: FrameworkRead, by: ScoredBy, left: Sequence[str], guessed: Sequence[str], file: str
) -> Iterator[str]:
    """What must be looked at, without the rows: these stand on the sheet 指标体系."""
    yield f"{read.name}：总分 {plain(read.total)} 分，{_counted(by)}"
    if left:
        yield f"要核对的：{_named(left)}，原因写在“指标体系”表。"
    if guessed:
        yield (
            f"评分标准没有写、按“不足一步按一步扣”评分的：{_named(guessed)}；对的在“指标体系”表选“已核对”，不对的在那里改参数。"
        )
    yield from _rules(read)
    of_rows = set(row_remarks(read.rows))
    others = [remark for remark in read.remarks if remark not in of_rows]
    yield from (f"注意：{nested(remark)}" for remark in others[:_REMARKS])
    more = f"另有 {len(others) - _REMARKS} 处要注意的；" if len(others) > _REMARKS else ""
    yield f"{more}逐个指标怎样读的，见“指标体系”表，或运行：jixiao framework read {file}"


def _named(names: Sequence[str]) -> str:
    return "、".join(nested(f"“{name}”") for name in names[:_NAMED]) + ("等" if len(names) > _NAMED else "")


def _lines(each: IndicatorRead) -> Iterator[str]:
    if each.row.free:
        yield "  （由单位自己填写的指标）"
        return
    weight = "没有分值" if each.weight is None else f"{plain(each.weight)}分"
    mark = "" if each.sure else "【请核对】" if each.rule.type else "【由人评分】"
    yield f"  {each.row.name}（{weight}）{mark}"
    if each.rule.type:
        yield f"      评分：{rule_words(each.rule)}"
    if each.measure.relation:
        yield f"      指标值：{each.measure.relation}"
