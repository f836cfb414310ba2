"""Invented self-evaluations: the sample's indicators with other signs, targets, values and reasons."""

from __future__ import annotations

import random
from decimal import Decimal

from msgspec.structs import replace

from jixiao.building.samples import samples
from jixiao.model.filling import Entry, Filling
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import load_pack

PACK = "project-self-evaluation"
SIGNS = ("≥", "≥", ">", "=", "≤", "<", "定性", "")
VALUES = ("100", "0", "1,500", "95%", "0.97", "97.5%", "130", "-3", "有效提升", "8月7日", "")
LEVELS = ("达成", "部分达成", "未达成", "部分达成年度指标并具有一定效果", "良好", "null")
COPIED = "年中追加任务，资金下达较晚"
REASONS = ("", COPIED, COPIED, COPIED, "无", "同上")
SCORES = ("0", "3", "5.9", "6", "7.5", "8", "10", "12")
TEXTS = ("全部完成。", "", "完成XX项。", "（100字以内）", "很长的说明。" * 20)
LIMITS = {"自评.字数上限": ("10", "100"), "自评.超额说明线": ("1.2", "1.3", "")}


def self_evaluation(seed: int, chance: random.Random, unit: str) -> Filling:
    """Every tenth is the sample as it is."""
    (sample,) = (each for each in samples() if each.pack == PACK)
    filling = read_filling(sample.values, load_pack(PACK))
    filling = replace(filling, entries={**filling.entries, "单位.金额单位": unit})
    if seed % 10 == 0:
        return filling
    rows = tuple(varied(row, "自定指标", chance) for row in filling.groups["自定指标"])
    parts = ("预期目标", "完成情况", "偏离原因", "整改措施", "其他说明")
    texts = {f"自评目标.{name}": chance.choice(TEXTS) for name in parts}
    limits = {term: chance.choice(values) for term, values in LIMITS.items()}
    typed = {term: Decimal(limit) for term, limit in limits.items() if limit}
    rule = {"自评.超标计分": chance.choice(("直线递减", "按比例"))}
    rule["项目.调整原因"] = chance.choice(("年中追加任务", ""))
    entries: dict[str, Entry] = {**filling.entries, **texts, **typed, **rule}
    spent = Decimal(str(entries["全年执行.合计"])) * chance.choice((1, 1, Decimal("0.8")))
    return replace(
        filling,
        entries={**entries, "全年执行.合计": spent},
        groups={**filling.groups, "自定指标": rows},
    )


def varied(row: Filling, table: str, chance: random.Random) -> Filling:
    """An indicator of which about every third cell is another one; or a level with a score."""
    if chance.random() < 0.2:
        level, score = chance.choice(LEVELS[:3]), Decimal(chance.choice(SCORES))
        judged = {"计算符号": "定性", "实际完成值": level, "分值": Decimal(10), "得分": score}
        return replace(row, entries={**row.entries, **{f"{table}.{name}": v for name, v in judged.items()}})
    sign = chance.choice(SIGNS)
    actual = chance.choice(LEVELS if sign == "定性" else VALUES)
    score = chance.choice((*SCORES, "", "", ""))
    others: dict[str, Entry] = {
        "计算符号": sign,
        "年度指标值": chance.choice(VALUES),
        "实际完成值": actual,
        "分值": Decimal(chance.choice(("10", "10", "0", "15"))),
        "得分": Decimal(score) if score else "",
        "扣减分数": Decimal(chance.choice(("1", "12"))),
        "偏差原因": chance.choice(REASONS),
        "佐证材料": chance.choice(("台账", "")),
        "一级指标": chance.choice(("产出指标", "效益指标", "满意度指标", "成本指标")),
        "二级指标": chance.choice(("数量指标", "质量指标", "成本指标", "社会效益指标")),
        "三级指标": chance.choice(("甲", "乙", "丙", "丁")),
    }
    changed = {f"{table}.{name}": value for name, value in others.items() if chance.random() < 0.35}
    return replace(row, entries={**row.entries, **changed})
