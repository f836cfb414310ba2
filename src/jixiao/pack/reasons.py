"""The reasons of a PackError, a RelationError or a schema in Chinese: an accountant must understand them."""

from __future__ import annotations

import re
from collections.abc import Callable

from jixiao.model.term import nearest
from jixiao.pack.file_reasons import FILE_REASONS
from jixiao.strict import Strict

OUTCOMES = {"passed": "通过", "rounding": "尾差", "inconsistent": "不平", "not_checked": "未检查"}
SEVERITIES = {"error": "错误", "warning": "警告", "note": "提示"}
_TYPES = {"str": "文字（加英文引号）", "array": "一列（方括号）", "object": "一组（花括号）"}
_KEYS = {
    "id": "编号",
    "title": "标题",
    "relation": "关系",
    "severity": "级别",
    "basis": "依据",
    "document": "文件",
    "clause": "条款",
    "given": "所填的数",
    "outcome": "结果",
}
# What a scoring method minds about itself is said in Chinese where the method is
_CHINESE = re.compile(r"^[^A-Za-z]*[\u4e00-\u9fff][^A-Za-z]*$")
_QUOTED = re.compile(r"“.*?”")
_IN = r" in “.*?”"

_Say = str | Callable[[re.Match[str]], str]


def in_chinese(reason: str) -> str:
    """The reason of a PackError, a RelationError or a schema as a clause of a Chinese sentence."""
    for pattern, say in _REASONS:
        match = re.fullmatch(pattern, reason, re.DOTALL)
        if match:
            return _expanded(match, say) if isinstance(say, str) else say(match)
    return reason if _CHINESE.search(_QUOTED.sub("", reason)) else f"写法不对（{reason}）"


def _expanded(match: re.Match[str], say: str) -> str:
    guess = match.groupdict().get("guess")
    return match.expand(say) + (f"，是不是“{guess}”？" if guess else "")


def _unknown(match: re.Match[str]) -> str:
    """A key that no data file of ours has here, and the one that was probably meant."""
    known: set[str] = set()
    kinds = [Strict]
    while kinds:
        kind = kinds.pop()
        known.update(kind.__struct_encode_fields__)
        kinds += kind.__subclasses__()
    guess = nearest(match[1], dict.fromkeys(sorted(known - {match[1]})))  # it may be known elsewhere
    return f"不认识“{match[1]}”这一项{f'，是不是“{guess}”？' if guess else ''}"


def _type(match: re.Match[str]) -> str:
    if not match["path"]:
        return "这里应是一组（花括号）或一个 [[…]]"
    wanted = "或".join(_TYPES.get(name.strip(), name.strip()) for name in match["wanted"].split("|"))
    return f"“{_key(match['path'])}”应是{wanted}"


def _enum(match: re.Match[str]) -> str:
    key = _key(match["path"])
    known = {"severity": SEVERITIES, "outcome": OUTCOMES}.get(key)
    if known is None:
        return f"“{key}”不能写“{match['value']}”"
    offered = "、".join(f"{name}（{meaning}）" for name, meaning in known.items())
    return f"“{key}”不能写“{match['value']}”，可以写：{offered}"


def _key(path: str) -> str:
    """$.examples[0].given[...] -> given"""
    return re.sub(r"\[.*?\]", "", path).rpartition(".")[2]


def _missing(match: re.Match[str]) -> str:
    meaning = _KEYS.get(match["key"], "")
    within = _key(match["path"] or "")
    where = f"“{within}”里" if within else ""
    return f"{where}缺少“{match['key']}”{f'（{meaning}）' if meaning else ''}这一项"


def _example(match: re.Match[str]) -> str:
    wanted, found = OUTCOMES[match["wanted"]], OUTCOMES[match["found"]]
    why = "（" + in_chinese(match["why"]) + "）" if match["why"] else ""
    return f"第{match['number']}个例子写的结果是“{wanted}”，算出来是“{found}”{why}"


_REASONS: tuple[tuple[str, _Say], ...] = (
    (rf"unknown term “(.*?)”{_IN}; did you mean “(.*)”\?", r"没有“\1”这个名称，是不是“\2”？"),
    (rf"unknown term “(.*?)”{_IN}", r"没有“\1”这个名称"),
    (rf"unknown function “(.*?)”{_IN}; known: (.*)", r"没有“\1”这个函数，可以用：\2"),
    (rf"(\w+) takes (\d+) arguments{_IN}", r"函数 \1 要有 \2 个参数"),
    (rf"(\w+) takes at least (\d+) arguments{_IN}", r"函数 \1 至少要有 \2 个参数"),
    (
        rf"argument (\d+) of (\w+) must be a comparison{_IN}",
        r"函数 \2 的第 \1 个参数应是比较，例如“金额 > 0”",
    ),
    (rf"argument (\d+) of (\w+) must be a text in quotes{_IN}", r"函数 \2 的第 \1 个参数应是引号里的文字"),
    (rf"argument (\d+) of (\w+) must be a column{_IN}", r"函数 \2 的第 \1 个参数应是一列的名称"),
    (
        rf"(\w+) adds up another table than it looks through{_IN}",
        r"函数 \1 的第 1、3 个参数应是同一张表的两列",
    ),
    (
        rf"“(.*?)” belongs to another table{_IN}; a column needs (.*)",
        r"“\1”是另一张表的一列，要用函数（\2）合起来",
    ),
    (
        rf"“(.*?)” compares inside an expression{_IN}; (.*) join comparisons",
        r"“\1”不能放在算式里面；几个比较用函数（\2）连起来",
    ),
    (r"“.*” compares; it must come to a number or a text", "这里要的是数或文字，不是比较"),
    (rf"“(.*?)” is an amount, not a text,{_IN}", r"“\1”是金额，不能当文字用"),
    (
        rf"“(.*?)” meets products of amounts and amounts{_IN}",
        r"“\1”把金额和金额的积、商放在一起：金额相乘、除一个数以金额之后，不能再与金额比较或相加",
    ),
    (rf"too many parts stand inside each other{_IN}", "一条关系太长或括号套得太深，请改用 SUM 或分成几条"),
    (rf"cannot read “(.*?)”{_IN}", r"“\1”这里看不懂"),
    (rf"the number “(.*?)” has more than (\d+) digits{_IN}", r"数“\1”太长，最多 \2 位"),
    (rf"a term or number is missing at “”{_IN}", "末尾缺少名称或数字"),
    (rf"a term or number is missing at “=”{_IN}", "“=”这里缺少名称或数字；“等于”只写一个 ="),
    (rf"a term or number is missing at “(.*?)”{_IN}", r"“\1”这里缺少名称或数字"),
    (rf"“(.*?)” is missing{_IN}", r"缺少“\1”"),
    (r"“.*” compares nothing; .*", "没有比较，应有 = <> <= >= < > 中的一个"),
    (r"“when” and the relation walk different tables", "条件（when）和关系（relation）说的不是同一张表"),
    (
        r"“left” and “right” name the sides of one comparison, .*",
        "left、right 是比较的左边、右边的叫法，这个关系由几个比较合成，不能写",
    ),
    (r"the id occurs twice", "编号重复"),
    (r"Object contains unknown field `(.*?)`.*", _unknown),
    (r"Object missing required field `(?P<key>\w+)`(?: - at `(?P<path>.*)`)?", _missing),
    (r"Invalid (?:enum )?value '(?P<value>.*)' - at `(?P<path>.*)`", _enum),
    (
        r"Expected `array` of length (\d+), got (\d+) - at `(?:.*[.\]])?(\w+)`",
        r"“\3”应有 \1 个值，写了 \2 个",
    ),
    (r"Expected `(?P<wanted>[^`]*)`, got `[^`]*`(?: - at `(?P<path>.*)`)?", _type),
    (r"Invalid .* - at `(?P<path>.*)`", lambda match: f"“{_key(match['path'])}”写的不是数"),
    (
        r"example (?P<number>\d+) says (?P<wanted>\w+), but comes out as (?P<found>\w+)(?:: (?P<why>.*))?",
        _example,
    ),
    (r"it divides by zero", "分母为零"),
    (
        r"its example uses the unknown term “(.*)”; did you mean “(.*)”\?",
        r"例子里没有“\1”这个名称，是不是“\2”？",
    ),
    (r"its example uses the unknown term “(.*)”", r"例子里没有“\1”这个名称"),
    (
        r"its example gives “(.*)”, which is no number, to “(.*)”",
        r"例子里“\2”应是数，写的是“\1”（只写正负号、数字和小数点，最多20位）",
    ),
    (r"its example must give “(.*)” as a list of rows", r"例子里“\1”是一列，要写成方括号"),
    (r"its example must give “(.*)” as one value", r"例子里“\1”是一个单元格，只能写一个值"),
    (r"“says” names the unknown term “(.*)”; did you mean “(.*)”\?", r"没有“\1”这个名称，是不是“\2”？"),
    (r"“says” names the unknown term “(.*)”", r"没有“\1”这个名称"),
    (r"“says” names “(.*)”, a column of another table", r"“\1”是另一张表的一列，不能写进句子"),
    (r"it calculates with text", "文字不能参加计算"),
    (r"it compares a number with text", "一边是数，一边是文字，不能比较"),
    (r"text is compared by = or <> only", "文字只能用 = 或 <> 比较"),
    *FILE_REASONS,
)
