"""What a cell of levels and names says: the name itself, and the weight that is printed with it."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from jixiao.frameworks.wording.texts import shown, tidy
from jixiao.frameworks.wording.words import score_table_words

_LAST_LINE = re.compile(r"[(\[]?(\d+(?:\.\d+)?)(分|%)[)\]]?")
_SHARE_BEHIND = re.compile(r"^([\u4e00-\u9fff]{2,10})(\d{1,3}(?:\.\d+)?)%$")
_FIGURE = re.compile(r"[+]?(\d+(?:\.\d+)?)(分|%)?")
_BARE_LINE = re.compile(r"\n\s*(\d{1,3}(?:\.\d+)?)$")
_COUNTED_NAME = ("目标", "任务", "项目", "阶段", "类", "期", "号", "批", "组")  # 目标1, 第一类⏎2
_FEW = Decimal(10)
_SAID_BEHIND = re.compile(r"(?<=[\d分%])\((?![^()]*[加减扣不])[^()\d]+\)$")  # 60（核心指标）
_WHOLE = Decimal(100)
_MOST = Decimal(200)  # more are no points


class Weight(msgspec.Struct, frozen=True):
    value: Decimal
    percent: bool = False


class PrintedName(msgspec.Struct, frozen=True):
    text: str
    weight: Weight | None = None
    continued: bool = False


def printed_name(text: str) -> PrintedName:
    """“一、过程⏎（45分）” -> 过程, 45."""
    words = score_table_words()
    for pattern in words.patterns(words.rows, "code_behind"):
        text = pattern.sub("", text.strip())
    whole, weight, continued = shown(text).translate(_HALF), None, False
    *lines, last = text.strip().translate(_HALF).split("\n")
    if lines and (match := _LAST_LINE.fullmatch(last.strip())):
        whole, weight = shown("".join(lines)).translate(_HALF), Weight(Decimal(match[1]), match[2] == "%")
    for word in sorted(words.rows["continued"], key=len, reverse=True):
        pattern = re.compile(rf"[(\[]{word}[)\]]|^{word}$")
        continued = continued or bool(pattern.search(whole))
        whole = pattern.sub("", whole)
    for pattern in words.patterns(words.rows, "numbering"):
        whole = pattern.sub("", whole, count=1)
    if weight is None and (match := words.found(words.rows, "weight_inside", whole)):
        weight = Weight(Decimal(match["n"]), match["u"] == "%")
        weight = weight if match["u"] or weight.value <= _MOST else None  # （2024）
        whole = whole[: match.start()] + whole[match.end() :]
    whole = whole.strip(":、,;") if whole.count("(") == whole.count(")") else whole.strip(":、,;()")
    blank = any(pattern.search(whole) for pattern in words.patterns(words.rows, "blank"))
    return PrintedName("" if blank else _restored(whole), weight, continued)


def printed_level(text: str) -> PrintedName:
    """The same for a level, behind which a share may stand: “过程45%” -> 过程, 45%."""
    name = printed_name(_with_points(text))
    match = _SHARE_BEHIND.match(name.text) if name.weight is None else None
    name = PrintedName(match[1], Weight(Decimal(match[2]), True), name.continued) if match else name
    words = score_table_words()
    bare = next(words.patterns(words.rows, "level_numbering")).sub("", name.text)
    return msgspec.structs.replace(name, text=bare)


def _with_points(text: str) -> str:
    """“产出指标⏎50”: a figure alone in the last line; not the 1 of 目标⏎1."""
    match = _BARE_LINE.search(text := text.strip())
    if match is None or Decimal(match[1]) > _WHOLE:
        return text
    counts = Decimal(match[1]) < _FEW and text[: match.start()].rstrip().endswith(_COUNTED_NAME)
    return text if counts else f"{text}分"


def without_formula(name: str) -> tuple[str, str]:
    """“执行率＝支出÷预算” -> 执行率, and the whole as its formula."""
    left, sign, right = name.replace("＝", "=").partition("=")
    return (left.strip(), name) if left and sign and _DIVIDED.search(right) else (name, "")


_DIVIDED = re.compile(r"[/÷／]")
_HALF = str.maketrans("（）［］【】：．，０１２３４５６７８９％", "()[][]:.,0123456789%")


def _restored(text: str) -> str:
    """Chinese brackets, as names are printed."""
    return text.replace("(", "（").replace(")", "）").replace(",", "，")


def weight_of(text: str, number: Decimal | None) -> Weight | None:
    """The figure of a cell of weights; None if it holds none."""
    if number is not None:
        return Weight(number)
    plain = tidy(text)
    choice = choice_in(plain)
    bare = re.sub(rf"[(\[,，]?{choice}[)\]]?$", "", plain) if choice else _SAID_BEHIND.sub("", plain)
    match = _FIGURE.fullmatch(bare.strip("()"))
    return Weight(Decimal(match[1]), match[2] == "%") if match else None


def choice_in(text: str) -> str:
    """“5（二者择其一）”: the words with which a text says that one of several counts."""
    plain = tidy(text)
    return next((word for word in score_table_words().rows["either"] if word in plain), "")
