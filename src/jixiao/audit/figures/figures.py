"""The grammar of figures: digits with a unit in running text. Dates, codes, numbers of documents are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.figure import Metric, StatedFigure

_MONEY = {"亿元": 10**8, "百万元": 10**6, "万元": 10**4, "千元": 10**3, "元": 1}
_COUNTED = (
    *(
        "平方米",
        "平方公里",
        "立方米",
        "公里",
        "千米",
        "公顷",
        "公斤",
        "人次",
        "批次",
        "车次",
        "户次",
        "盏次",
        "台次",
        "辆次",
        "台套",
        "床",
        "册次",
    ),
    *(
        "台（套）",
        "场次",
        "间次",
        "课时",
        "小时",
        "村（社区）",
        "眼",
        "口",
        "盏",
        "艘",
        "架",
        "对",
        "位",
        "棵",
        "平米",
        "课时",
        "车",
        "板",
        "袋",
        "瓶",
        "箱",
        "根",
        "千瓦时",
        "千克",
        "具",
        "枚",
        "羽",
        "片",
        "块",
    ),
    *"人名辆个台套项户家笔批场期次件篇份张条座间所处栋幢只头株册部门组宗起例米天村亩吨",
)
_SAME = {"场次": "场", "名": "人", "台（套）": "台套", "台": "台套"}
_SCALED = tuple(
    f"万{unit}"
    for unit in (
        "平方米",
        "立方米",
        "亩",
        "人次",
        "人",
        "户",
        "吨",
        "公斤",
        "件",
        "株",
        "公里",
        "米",
        "份",
        "尾",
        "千瓦时",
        "羽",
        "册",
        "册次",
        "辆",
        "台",
        "套",
        "次",
        "头",
        "只",
        "条",
        "张",
        "个",
        "剂次",
    )
)
_UNITS = sorted((*_MONEY, *_COUNTED, *_SCALED, "个百分点", "百分点", "%", "分", "万"), key=len, reverse=True)
_NUMBER = r"[+\-]?(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_UNIT = "|".join(map(re.escape, _UNITS)).replace("人次", "人次(?![月日年])")  # 10人次月补发
_BEHIND_LETTERS = r"(?<=[A-Z]{2})(?=\d{1,3}(?:台|套|辆))"  # CT1台、彩超12台; DN110 is a name
_FIGURE = re.compile(
    rf"(?:(?<![\d.A-Za-z〔【\[第])|{_BEHIND_LETTERS})(?P<digits>{_NUMBER})(?P<some>多|余)?(?P<unit>{_UNIT})?"
)
_STOPS = "，。；、）：,（"
# What stands behind a unit and makes another thing of it: 3个月, 5部门, 100万元以上的设备.
_OTHER_THINGS = re.compile(
    r"（含）|（不含|以上|以下|以内|/|每|月|年|日|工作日|季度|自然|方面|部分|阶段|层次|环节|等次|级指标"
)
_BEFORE_PRICE = re.compile(r"(?:单价|单位价值|限额|标准|(?<!平均)每\S{0,4})(?:在|为|超过|达到)?$")
_WITHIN = re.compile("控制在[^，。；]{0,4}预算[^，。；]{0,3}$")  # 控制在年初预算70万元以内
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|-(?:19|20)\d\d年?|/|—)")
_NO_UNIT_ZERO = re.compile(r"^0(?:\.0+)?$")
_RANGE = re.compile(r"[-~～—至](?=\d)")
_NOT_AMOUNTS = ("第", "〔", "№", "编号", "文号")
_NUMBERED = ("图", "表", "附件")  # 表1, but 测评表860份


def figures_in(passage: Passage) -> Iterator[StatedFigure]:
    """The figures of a passage from left to right; without a unit only a nought is one."""
    text = passage.text
    for match in _FIGURE.finditer(text):
        figure = _figure(match, passage)
        if figure is not None:
            yield figure


def _figure(match: re.Match[str], passage: Passage) -> StatedFigure | None:
    text, start, unit = passage.text, match.start(), match["unit"] or ""
    written = match["digits"]
    if written[0] in "+-" and not _is_sign(text, start):
        start, written = start + 1, written[1:]
    if match["some"] or _is_name(text, start, match.end(), unit):
        return None
    value, places = number(written)
    if unit in _MONEY or (unit == "万" and text[match.end() : match.end() + 1] in ("", *_STOPS)):
        scale = Decimal(_MONEY.get(unit, 10**4))
        step = Decimal(1).scaleb(-places) * scale
        return StatedFigure(value * scale, step, Metric.MONEY, unit, scale, passage, start, match.end())
    if unit in ("%", "个百分点", "百分点"):
        measure = Metric.PERCENT if unit == "%" else Metric.POINTS
        return StatedFigure(
            value, Decimal(1).scaleb(-places), measure, unit, Decimal(1), passage, start, match.end()
        )
    if unit == "分":
        step = Decimal(1).scaleb(-places)
        return StatedFigure(value, step, Metric.SCORE, unit, Decimal(1), passage, start, match.end())
    if unit and unit != "万":
        unit = _SAME.get(unit, unit)
        step = Decimal(1).scaleb(-places) if places else Decimal(0)
        return StatedFigure(value, step, Metric.COUNT, unit, Decimal(1), passage, start, match.end())
    after = text[match.end() : match.end() + 1]
    if _NO_UNIT_ZERO.match(written) and not unit and after in ("", *_STOPS):
        return StatedFigure(value, Decimal(0), Metric.BARE, "", Decimal(1), passage, start, match.end())
    return None


def number(written: str) -> tuple[Decimal, int]:
    """The value of digits, and how many of them stand behind the point."""
    plain = re.sub("[,，]", "", written)
    return Decimal(plain), len(plain.partition(".")[2])


def _is_sign(text: str, start: int) -> bool:
    """A hyphen is a minus behind a word or a bracket, not between digits or letters."""
    before = text[start - 1 : start]
    return not (
        before.isdigit() or before in ("%", "年", "月", "日", "号") or (before.isascii() and before.isalpha())
    )


def _is_name(text: str, start: int, end: int, unit: str) -> bool:
    """Whether the digits are a date, the number of something, a threshold or a price."""
    if _YEAR.match(text, start) and not unit:
        return True
    before, after = text[max(start - 10, 0) : start], text[end : end + 4]
    if (
        before.endswith(_NOT_AMOUNTS)
        or (not unit and before.endswith(_NUMBERED))
        or _BEFORE_PRICE.search(before)
    ):
        return True
    if after.startswith(("以内", "之内")) and _WITHIN.search(text[max(start - 12, 0) : start]):
        return False
    if unit and _OTHER_THINGS.match(after):
        return not (unit.startswith("万") and re.match("每?年", after))  # 2.00万亩年新增产能
    return bool(_RANGE.search(text[start - 1 : start])) and text[start - 2 : start - 1].isdigit()


def year_in(text: str) -> int:
    """The last year that a text names, 0 if none."""
    years = _YEAR.findall(text)
    return int(years[-1]) if years else 0
