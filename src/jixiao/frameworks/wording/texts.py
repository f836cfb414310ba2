"""The prose of a score table in one way of writing: digits, brackets, signs, ranges, numbered points."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from itertools import accumulate

from jixiao.frameworks.wording.numerals import numeral
from jixiao.model.figures import plain

POINT = re.compile(r"⟦(\d+)⟧")
DATE = re.compile(r"(?<!\d)\d{1,2}(?:[~、,]\d{1,2})*月(?:份|\d{1,2}日)?(?:之?前|底|末|以前)?")  # of no rate
_CIRCLED = {chr(0x2460 + number): number + 1 for number in range(20)} | {
    chr(0x2474 + number): number + 1 for number in range(20)
}
_SIGNS = str.maketrans(
    {"≦": "≤", "⩽": "≤", "≧": "≥", "⩾": "≥", "〈": "<", "〉": ">", "﹤": "<", "﹥": ">", "∼": "~", "〜": "~"}
    | dict.fromkeys("“”\"'‘’「」『』《》\u200b\ufeff•·", "")
    | dict.fromkeys("—–―─‐‑−", "-")
    | {
        "【": "[",
        "】": "]",
        "〔": "(",
        "〕": ")",
        "∶": ":",
        "﹪": "%",
        "．": ".",
        "∕": "/",
        "╱": "/",
        "✕": "×",
        "✖": "×",
        "＊": "*",
    }
)
_TWO_SIGNS = (
    ("每个百分点", "每1个百分点"),
    ("每百分点", "每1个百分点"),
    ("=<", "≤"),
    ("<=", "≤"),
    (">=", "≥"),
    ("=>", "≥"),
    ("x100%", "×100%"),
    ("X100%", "×100%"),
)
_RANGE = re.compile(r"(?<=[\d%分)])(?:[-~]+|至|到)(?=[(]?±?\d)")
_AWARD_BEHIND = re.compile(r"(?<=%)[-~]+(?=\d+(?:\.\d+)?分(?!值))")  # ≥95%—10分
_PERCENT = re.compile(r"(?<=\d)(?:个百分点|百分点|个百分比|个点(?!数)|个%|%点)")
_INCLUDED = re.compile(r"\((?:含|包含|包括)(?:本数|\d+(?:\.\d+)?[%分]|0)?\)")
_LOW_INCLUDED = re.compile(  # 85%-90%(含85%): it belongs to the end that it names
    r"(?<![\d.])(\d+(?:\.\d+)?)(%?)([-~至到]+\d+(?:\.\d+)?%?)\((?:含|包含|包括)\1%?\)"
)
_EXCLUDED = re.compile(r"\((?:不含|不包含|不包括)(?:本数|\d+(?:\.\d+)?[%分]|0)?\)")
_COUNTED = (  # what a numeral in characters counts
    "个百分点|百分点|个百分比|个点|%|分(?![之值别析类配])|项|次(?!性)|起|例|处|笔|件|条|人|天|个|成|家|户"
    "|宗|票|律|半|倍|篇|档(?!(?:次|级)?的?[得计按不])|年|类|份|点(?=扣)"
)
_NUMERAL = re.compile(rf"(?<![一二三四五六七八九十两零〇])[一二三四五六七八九十两零〇]+(?=(?:{_COUNTED}))")
_PER_HUNDRED = re.compile(r"百分之([一二三四五六七八九十百两零〇点]+|\d+(?:\.\d+)?)")
_VERY = re.compile(r"十分(?=[\u4e00-\u9fff])(?!以|之|的|扣)")
_NUMBERED = re.compile(
    r"(?:(?<=[\n。;:,)])|^)(?:\((\d{1,2})\)|(\d{1,2})(?:[.、](?!\d)|\)))|\((\d{1,2})\)(?=[\u4e00-\u9fff])(?!分)"
)
_PARTS_SAID = re.compile(r"([二三四五六八十])分之一")
_PER_MILLE = re.compile(r"(\d+(?:\.\d+)?)‰")
_FRACTION = re.compile(r"(?<![\d/占])([1-9])/([2-9]|10)的?(?=(?:该项|本项|该指标)?(?:权重|分值|标准分|满分))")
_LINE_NUMBER = re.compile(r"(?:(?<=[\n。;])|^)(\d{1,2})[.、]")
_ORDINAL = re.compile(
    r"(?:(?<=[\n。;:,])|^)(?:第([一二三四五六七八九十])[,、]|([一二三四五六七八九])是|\(([一二三四五六七八九十])\)|([一二三四五六七八九十])、)"
)

_BROKEN = re.compile(  # a line that was broken within a sentence
    r"(?<=[(,、=÷/×<>≤≥~+\-])\n|\n(?=[),、。;%~×÷/])|(?<=\d)\n(?=[%分个项次人天处例起笔])"
    r"|(?<![。;:])\n(?=[得计扣]\d|[得计]满分|不得分)|\n(?=\((?:不?含|不?包含)\))"
)
_DEPTHS = {"(": 1, "[": 1, ")": -1, "]": -1}
_ENDS_UNCLEAR = re.compile(  # 〔80%，90%〕: brackets that say nothing of the ends
    r"[〔﹝]\s*(\d+(?:\.\d+)?[%％]?)\s*[,，]\s*(\d+(?:\.\d+)?[%％]?)\s*[〕﹞]"
)
_REFERRED = re.compile(  # ①②③ together, ①—④ and 第①项 speak of points, and begin none
    "第?(?:[①-⑳](?:[、,，和及]?[①-⑳])+|([①-⑳])[—–~～至到-]+([①-⑳]))[项条点]?|(?<=第)[①-⑳](?=[项个条点])"
)
_IN_WORDS = (
    (re.compile(r"([^,。;:=\n])(?:与|和)([^,。;=\n]{1,40}?)的?(?:乘积|之积|相乘)"), r"\1×\2"),
    # 90分以上得8分: a bound in points of a hundred, no award
    (re.compile(r"(\d)分(?=(?:\((?:不)?含\))?(?:及?以[上下]|以内))"), r"\1"),
    # 80（含）-90分12分: the second figure is the award
    (
        re.compile(
            r"(\d)分?((?:\(不?含\))?)~(\d+(?:\.\d+)?)分"
            r"(?=(?:\(不?含\))?的?[,:]?(?:[得计记]\d|\d+(?:\.\d+)?分))"
        ),
        r"\1\2~\3,",
    ),
    # ≥90分得10分: the same behind a sign
    (re.compile(r"(?<=[≥≤<>])(\d+(?:\.\d+)?)分(?=,?的?,?[得计记]\d)"), r"\1"),
    (re.compile(r"(\d)分(?=[≥≤<>][^≥≤<>;。\d]{1,8}[≥≤<>]\d)"), r"\1"),
    # 12<得分≤15: a range of points
    (
        re.compile(
            r"\(?(\d+(?:\.\d+)?)分?[<≤](?:得分|分值|分数|得)[<≤](\d+(?:\.\d+)?)分?\)?(?![\d.分)]|,?的?[得计记])"
        ),
        r"得\1~\2分",
    ),
    (
        re.compile(
            r"\(?(\d+(?:\.\d+)?)分?[>≥](?:得分|分值|分数|得)[>≥](\d+(?:\.\d+)?)分?\)?(?![\d.分)]|,?的?[得计记])"
        ),
        r"得\2~\1分",
    ),
    # 介于85%与95%之间
    (
        re.compile(r"(\d%?(?:\(不?含\))?)(?:与|和)(?=\d+(?:\.\d+)?%?(?:\(不?含\))?之间)"),
        r"\1~",
    ),
    (re.compile(r"乘以|(?<=[\u4e00-\u9fff)%])[xX](?=\d)|(?<=\d)[xX](?=[\u4e00-\u9fff(])"), "×"),
    (re.compile(r"除以"), "÷"),
    # [95%,+∞), (-∞,90%): bounds on one side
    (re.compile(r"\[(\d+(?:\.\d+)?%?),\+?∞[)\]]"), r"≥\1"),
    (re.compile(r"\((\d+(?:\.\d+)?%?),\+?∞[)\]]"), r">\1"),
    (re.compile(r"[(\[]-∞,(\d+(?:\.\d+)?%?)\]"), r"≤\1"),
    (re.compile(r"[(\[]-∞,(\d+(?:\.\d+)?%?)\)"), r"<\1"),
)


def tidy(text: str) -> str:
    """A name or a header: half-width, without blanks, line breaks and quotes."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).translate(_SIGNS))


def shown(text: str) -> str:
    """A text as it is kept: without blanks and line breaks, quotes and brackets as they are printed."""
    return re.sub(r"[\s\u200b\ufeff]+", "", text)


def prose(text: str) -> str:
    """A standard, ready to be read; a standard once made ready stays as it is."""
    text = _REFERRED.sub(_points_meant, _ENDS_UNCLEAR.sub(r"{\1,\2}", text).replace("”“", "、"))
    text = "".join(f"\n⟦{_CIRCLED[sign]}⟧" if sign in _CIRCLED else sign for sign in text)
    text = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    text = re.sub(r"[^\S\n]+", "", text).replace("\r", "\n")
    text = _brackets_joined(_BROKEN.sub("", re.sub(r"\n+", "\n", text)))
    for written, sign in _TWO_SIGNS:
        text = text.replace(written, sign)
    text = _ORDINAL.sub(lambda match: f"\n⟦{numeral(next(filter(None, match.groups())))}⟧", text)
    text = _PER_HUNDRED.sub(lambda match: f"{numeral(match[1])}%", _VERY.sub("很", text))
    text = _NUMERAL.sub(lambda match: str(numeral(match[0])), text)
    text = _LOW_INCLUDED.sub(r"\1\2(含)\3", _PERCENT.sub("%", text))
    text = _EXCLUDED.sub("(不含)", _INCLUDED.sub("(含)", text))
    text = _PARTS_SAID.sub(lambda match: f"1/{numeral(match[1])}", text)
    text = _counting(_FRACTION.sub(_as_percent, _PER_MILLE.sub(_tenth, text)))
    text = _NUMBERED.sub(lambda match: f"\n⟦{next(filter(None, match.groups()))}⟧", text)
    text = re.sub(r"[·⋅]", "", _RANGE.sub("~", _AWARD_BEHIND.sub(",", text)))
    for pattern, signs in _IN_WORDS:
        text = pattern.sub(signs, text)
    return re.sub(r"\n+", "\n", text).strip()


def _tenth(match: re.Match[str]) -> str:
    """0.9‰ -> 0.09%."""
    return f"{plain(Decimal(match[1]) / 10)}%"


def _as_percent(match: re.Match[str]) -> str:
    """1/4权重分 -> 25%的权重分; a third of it is no figure."""
    above, below = int(match[1]), int(match[2])
    return f"{plain(Decimal(above * 100) / below)}%的" if above * 100 % below == 0 else match[0]


def _counting(text: str) -> str:
    """“1.≥95%得5分；⏎2.90%≤X<95%得3分”: what counts the sentences is no part of figures."""
    numbers = [int(number) for number in _LINE_NUMBER.findall(text)]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return text
    return _LINE_NUMBER.sub(r"\n⟦\1⟧", text)


def _points_meant(match: re.Match[str]) -> str:
    """①②③ -> 3项, ①—④ -> 4项, 第①项 -> 第1项."""
    if match[1]:
        return f"{_CIRCLED[match[2]] - _CIRCLED[match[1]] + 1}项"
    numbers = [_CIRCLED[sign] for sign in match[0] if sign in _CIRCLED]
    return f"{len(numbers)}项" if len(numbers) > 1 else str(numbers[0])


def _brackets_joined(text: str) -> str:
    """Without line breaks within brackets, if all of these are closed."""
    depths = list(accumulate(_DEPTHS.get(sign, 0) for sign in text))
    if not depths or min(depths) < 0 or depths[-1]:
        return text
    return "".join(sign for sign, depth in zip(text, depths, strict=True) if sign != "\n" or not depth)
