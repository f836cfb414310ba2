"""What was made for the budget platform, and what it would refuse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jixiao.uploading import Uploaded


def as_text(done: Uploaded) -> Iterator[str]:
    """The tables with their rows, and what has to be mended first."""
    tables = "、".join(f"{name} {rows} 行" for name, rows in done.rows.items())
    yield f"系统填报的表：{done.path}（{tables}）"
    if empty := "、".join(f"“{name}”" for name, rows in done.rows.items() if not rows):
        yield (
            f"{empty}没有可以上报的行：上报的是单位自己的指标和项目的自评，"
            f"“指标自评”表里按评分表打分的指标不在其中。"
        )
    counts = done.inspection.counts
    if counts["error"] or counts["warning"]:
        yield (f"工作簿还有{_left(counts)}，系统可能退回。请先运行 jixiao check 看清楚，改好再上报。")


def _left(counts: Mapping[str, int]) -> str:
    """错误 2 个、警告 1 个; what there is none of is not named."""
    named = {"错误": counts["error"], "警告": counts["warning"]}
    return "、".join(f"{name} {number} 个" for name, number in named.items() if number)
