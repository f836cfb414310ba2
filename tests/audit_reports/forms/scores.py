"""Scores in words and in a table: levels that add up, losses that explain the total."""

from __future__ import annotations

from decimal import Decimal

from audit_reports.pen import Pen, joined
from audit_reports.pieces import Figure, Words

LEVELS = (
    ("投入", (("目标设定", 6), ("预算配置", 9))),
    ("过程", (("预算执行", 16), ("预算管理", 9), ("资产管理", 6))),
    ("产出", (("职责履行", 28),)),
    ("效果", (("履职效益", 26),)),
)
GRADES = ((90, "优"), (80, "良"), (60, "中"), (0, "差"))


def scores_in_words(pen: Pen) -> None:
    """得分 by first level, some with second levels in the sentence; what was lost at the end."""
    got = {
        name: [(second, full - pen.dice.choice((0, 0, 0, 1, 2))) for second, full in seconds]
        for name, seconds in LEVELS
    }
    sums = {name: sum(points for _, points in seconds) for name, seconds in got.items()}
    points = sum(sums.values())
    total = pen.score(Decimal(points), "得分")
    firsts = [pen.score(Decimal(sums[name])) for name, _ in LEVELS]
    pen.relate("score", total, firsts)
    grade = next(name for least, name in GRADES if points >= least)
    pen.p(f"{pen.year.year}年度", pen.name(), "整体支出绩效自评得分", total, f"，评价等级为“{grade}”。")
    if pen.dice.random() < 0.5:
        pen.p(
            "其中：",
            joined([[name, figure] for (name, _), figure in zip(LEVELS, firsts, strict=True)], "，"), "。",
        )  # fmt: skip
    else:
        for (name, seconds), first in zip(got.items(), firsts, strict=True):
            parts = [pen.score(Decimal(one)) for _, one in seconds]
            if len(parts) > 1:
                pen.relate("score", first, parts)
            said = [[second, part] for (second, _), part in zip(seconds, parts, strict=True)]
            pen.p(
                name, first, "：" if len(parts) > 1 else "。", joined(said, "，") if len(parts) > 1 else "",
                "。" if len(parts) > 1 else "",
            )  # fmt: skip
    if points < 100:
        lost = pen.score(Decimal(100 - points))
        hundred = Figure("100", unit="分", exact=True)
        pen.relate("score", total, [(1, hundred), (-1, lost)])
        pen.p("满分", hundred, "，共扣", lost, "，扣分原因主要是部分项目执行进度偏慢。")


def score_table(pen: Pen) -> None:
    """自评表: the money block with its rate, indicators with weights and scores, the total row."""
    year = pen.year
    from audit_reports.figures import total

    budget, now = total(year.items, "budget"), total(year.items)
    planned, spent = pen.cell(budget, "支出.budget"), pen.cell(now, "支出.now")
    rate = pen.share(spent, planned, now / budget, "rate")
    pen.table([
        ["项目", "全年预算数（万元）", "全年执行数（万元）", "执行率（%）"],
        ["年度资金总额", planned, spent, rate],
    ])  # fmt: skip
    indicators = [
        ("产出指标", "数量指标", "重点工作完成数量", 20),
        ("产出指标", "质量指标", "工作质量达标率", 15), ("产出指标", "时效指标", "按时完成率", 15),
        ("效益指标", "社会效益", "服务水平提升", 20),
        ("效益指标", "可持续影响", "长效机制建设", 10), ("满意度指标", "服务对象满意度", "群众满意度", 10),
        ("预算执行", "预算执行率", "部门预算执行率", 10),
    ]  # fmt: skip
    rows, weights, scores = [], [], []
    for first, second, third, weight in indicators:
        full, got = (
            Figure(str(weight), exact=True),
            Decimal(weight) - Decimal(pen.dice.choice((0, 0, 0, 1, 2, 3))) / 2,
        )
        score = pen.score(got)
        weights.append(full)
        scores.append(score)
        rows.append(
            [first, second, third, full, score, Words("" if got == weight else "进度偏慢，下年加快支付")]
        )
    hundred, whole = Figure("100", exact=True), pen.score(sum((one.value for one in scores), Decimal(0)))
    pen.relate("score", hundred, weights)
    pen.relate("score", whole, scores)
    pen.table(
        [
            ["一级指标", "二级指标", "三级指标", "分值", "得分", "偏差原因分析及改进措施"],
            *rows,
            ["总分", "", "", hundred, whole, ""],
        ]
    )
