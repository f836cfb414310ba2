"""How the row that a block of amounts makes is scored: by the rate itself, unless the notes say more."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.rules import read_rule
from jixiao.frameworks.standards.standard import take_apart
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.texts import prose
from jixiao.frameworks.wording.words import score_table_words

_BY_RATE = RuleReading("execution")
_LINE = re.compile(r"\n|(?=⟦)|(?<=。)(?=[^。]{0,8}(?:定量|定性|正向|反向))")
_WEIGHTS = re.compile(
    r"执行率(?:指标)?(?:权重|占)?\d+分[,、;]|指标\d+分[,、;和及][^。]*执行率(?:指标)?\d+分"
)  # 产出50分、执行率10分
_LABEL = re.compile(r"^.*?执行率(?:的?(?:得分|计分|评分)(?:标准|办法|方法)?)?[:：]")
_LONGEST = 30  # characters that are quoted


def execution_rule(notes: str, weight: Decimal | None) -> RuleReading:
    """“预算执行率得分：95%以上得10分，80%—95%得8分…” in the notes; X × W where they say nothing else."""
    lines = (line for line in _LINE.split(prose(notes)) if "执行率" in line and awards(line))
    said = [line for line in lines if not _WEIGHTS.search(line)]
    if weight is None or not said:
        return _BY_RATE
    text = "。".join(_LABEL.sub("", line).strip() for line in said)
    rule = read_rule(take_apart(score_table_words().money.name, weight, text))
    wanted = Decimal(rule.parameters.get("target", 1))
    if rule.type in ("execution", "proportional") and wanted == 1 and "zero_below" not in rule.parameters:
        return msgspec.structs.replace(_BY_RATE, doubts=rule.doubts)
    if rule.type:
        return rule
    return RuleReading("execution", doubts=(f"表下写着“{text[:_LONGEST]}…”，没有看懂执行率怎么计分",))
