"""The reasons of a PackError, a RelationError or a schema in Chinese: an accountant must understand them."""

from __future__ import annotations

import re
from collections.abc import Callable

from jixiao.model.term import nearest
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
_GUESS = r"(?:; did you mean “(?P<guess>.*)”\?)?"

_Say = str | Callable[[re.Match[str]], str]


def in_chinese(reason: str) -> str:
    """The reason of a PackError, a RelationError or a schema as a clause of a Chinese sentence."""
    for pattern, say in _REASONS:
        match = re.fullmatch(pattern, reason, re.DOTALL)
        if match:
            return match.expand(say) if isinstance(say, str) else say(match)
    return reason if _CHINESE.search(_QUOTED.sub("", reason)) else f"写法不对（{reason}）"


def _guessed(match: re.Match[str], said: str) -> str:
    return said + (f"，是不是“{match['guess']}”？" if match["guess"] else "")


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
    (rf"a term or number is missing at “(.*?)”{_IN}", r"“\1”这里缺少名称或数字"),
    (rf"“(.*?)” is missing{_IN}", r"缺少“\1”"),
    (r"“.*” compares nothing; .*", "没有比较，应有 = <> <= >= < > 中的一个"),
    (r"“when” and the relation walk different tables", "条件（when）和关系（relation）说的不是同一张表"),
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
    # files
    (r"there is no such file", "没有这个文件。请检查路径和文件名"),
    (r"cannot be read: (.*)", r"无法读取：\1。请检查路径和权限"),
    (r"it is too large", "太大，不像是数据文件。请检查是不是选错了文件"),
    (r"it is not UTF-8", "不是 UTF-8 编码。请在记事本里另存为，编码选 UTF-8"),
    (r"the brackets are too deep", "括号套得太深，无法读取"),
    # checks and families of checks
    (r"there is no \[\[check\]\] in it", "里没有规则，每条规则以 [[check]] 开头"),
    (r"only \[\[check\]\] stands .*, not “(.*)”", r"不认识“\1”，每条规则以 [[check]] 开头"),
    (r"“(.*)” is empty", r"“\1”不能空着"),
    (r"the id has strange signs", "编号只用字母、汉字、数字和短横"),
    (r"the id is taken", "编号已经用过（表样或自定规则里有同号的），请换一个"),
    (
        r"ids with “(.*)” are reserved",
        r"编号不能以“\1”开头：READ-、SCORE-、RESULT-、REPORT- 留给工具自己的发现，"
        "YEAR- 留给与上年核对的规则，请换一个",
    ),
    (
        r"“was” names “(.*)” for several checks of a family",
        r"“was”把“\1”给了这一组的几条规则，应每条各写一个，例如“\1-{项}”（{项}换成这一组的占位词）",
    ),
    (r"“was” names “(.*)” twice", r"“was”里“\1”写了两次，只留一个"),
    (r"“was” names “(.*)”, which is its own id", r"“was”里的“\1”是它现在的编号，was 只写以前的编号"),
    (r"“was” names “(.*)”, which is the id of another check", r"“was”里的“\1”是另一条规则的编号"),
    (r"“was” has (\d+) ids for (\d+) members", r"“was”写了 \1 个旧编号，这一组有 \2 条规则，应一一对应"),
    (r"“over” must be a list of tables .*", r"“over”应是一列花括号，里面是占位词和它代表的词"),
    (r"“(.*)” needs a line of columns and other lines below it", r"“\1”应有一行列名，下面至少再有一行"),
    (r"the first line of “(.*)” must name each column once", r"“\1”的第一行应是列名，不能空着，不能重复"),
    (
        r"a line of “(.*)” has (\d+) cells for (\d+) columns",
        r"“\1”的这一行有 \2 格，列名有 \3 个，应一一对应",
    ),
    (
        r"the first column must be “(.*)”, with another word in each line",
        r"第一列的列名应是“\1”，下面各行的第一格不能空着，不能重复",
    ),
    (r"the placeholder “(.*)” has its words in \[words\]", r"占位词“\1”的词已写在 [words] 里，这里不要再写"),
    (r"“over” has no words", "“over”里没有占位词"),
    (
        r"the tables of “over” .*; not all have “(.*)”",
        r"“over”的每个花括号应有同样的占位词，“\1”不是每个都有",
    ),
    (
        r"“(.*)” is no placeholder with words",
        r"“\1”不能作占位词：占位词只用汉字、字母和数字，不带点，代表的词不能空着",
    ),
    (
        r"a word of the placeholder “(.*)” has braces or a line break",
        r"占位词“\1”代表的词里不能有花括号，也不能换行",
    ),
    (r"“over” says “(.*)” twice", r"“over”里“\1”写了两次，只留一个"),
    (r"two keys become “(.*)” when they are filled", r"代入以后有两处都是“\1”，只能写一处"),
    (r"the placeholder “(.*)” is used nowhere", r"占位词“\1”没有用到"),
    (
        r"“over” has no words for the placeholder “\{\}”",
        "“{}”只在关系（relation）或条件（when）的名称里也有时才能用",
    ),
    (r"“over” has no words for the placeholder “(.*)”", r"“over”里没有占位词“\1”"),
    (r"the family has too many members", "一条 [[check]] 展开的规则太多（最多500条）"),
    (r"\{\} fits no name", "“{}”代入任何名称，都得不到表样里的名称"),
    (rf"unknown code list “(.*?)”{_GUESS}", lambda match: _guessed(match, f"没有“{match[1]}”这个代码表")),
    (r"needs an example that passes and one that fails", "至少要有一个通过的例子和一个不平的例子"),
    (r"the left side must be this year's, .*", "等号左边应是本年的名称，右边是上年的名称"),
    (r"the relation is too long for a formula", "关系太长，Excel 的公式放不下，请拆成几条"),
    # form.toml
    (r"“(.*)” is not the name of the folder, “(.*)”", r"“id”写的是“\1”，应与文件夹的名称“\2”相同"),
    (r"“identity” lacks “(.*)”", r"“identity”里缺少“\1”这一项"),
    (
        r"framework, assessment, score table and report_name go together",
        "framework、assessment、评分表（scorecard）和 report_name 要么都有，要么都没有",
    ),
    (r"it is no single cell of the form with choices", "这不是表样里单个的、有选项的单元格"),
    (r"it is no single cell of the form", "这不是表样里单个单元格的名称"),
    (r"a cell that declines something offers one word, and no other", "写了 declines 的格子只能有一个选项"),
    (r"“(.*)” declines it, and no name begins with it", r"“\1”说没有它，可是没有名称这样开头"),
    (r"the key “(.*)” is none of its terms", r"“key”写的“\1”不是它的名称"),
    (r"“given” fills columns it does not have: (.*)", r"“given”填了没有的列：\1"),
    (r"every row of “given” fills the same columns", "“given”的每一行应填同样的列"),
    (r"only codes and texts can be printed in rows", "只有编码和文字可以印在行里"),
    (
        r"only a text or number that people may type can be found otherwise",
        "只有可以填写的文字或数字单元格才能用 otherwise",
    ),
    (r"a term is two or more identifiers joined by dots", "名称应是用点连起来的两个以上的词，不带空格和标点"),
    (r"the term occurs twice", "名称重复"),
    (r"a year belongs to the workbook, not to a row", "年度属于整个工作簿，不能是表里的一列"),
    (r"(.*) is a term or a table and cannot hold (.*)", r"“\1”已是一个名称或一张表，下面不能再有“\2”"),
    (r"two sheets share this name", "两张工作表同名"),
    (r"a score table needs an indicator framework", "有评分表就要有评价指标体系"),
    (r"Excel allows no such defined name", "Excel 不允许这样的名称"),
    (r"two cells would share this defined name", "两个单元格的名称会相同"),
    (r"checks run row by row; .*", '有逐行的规则，却没有逐行核对的工作表（kind = "row_relations"）'),
    (r"a report needs a column that holds (.*)", r"出报告要有一列写“\1”"),
    (r"a code has digits only", "编码只能是数字"),
    (r"the first day comes after the last", "起始日期晚于终止日期"),
    (r"a code has a name behind it, after a blank", "编码后面要空一格写名称"),
    (r"the code occurs twice", "这个编码出现了两次"),
    (r"it is no code of the list", "代码表中没有这个编码"),
    # carryover.toml
    (r"the records around it are not taken over", "它外面的一层没有带入，里面的行无处可放"),
    (rf"unknown table or block{_GUESS}", lambda match: _guessed(match, "没有这张表或这个区块")),
    (r"unknown term “(.*?)”", r"没有“\1”这个名称"),
    (rf"unknown term{_GUESS}", lambda match: _guessed(match, "没有这个名称")),
    (r"“into” and “from” go together", "“into”和“from”要么都有，要么都没有"),
    (r"a computed cell takes nothing over", "自动计算的单元格不能带入"),
    (r"it does not belong to “the single cells”", "它是表里的一列，不是单个的单元格"),
    (r"it does not belong to “(.*)”", r"它不在“\1”里"),
    (r"it speaks of another table than “from”", "它说的不是“from”那张表"),
    (r"it names the unknown term “(.*)”", r"没有“\1”这个名称"),
    # frameworks
    (r"the weights add up to (.*), declared are (.*)", r"分值合计是 \1，写的是 \2，应相等"),
    (r"the indicators must stand in the order of the levels", "指标应按一级、二级指标的次序排列"),
    (r"the table “(.*)” has no column “(.*)”", r"表“\1”没有“\2”这一列"),
    (r"a row has (\d+) cells for (\d+) columns", r"这一行有 \1 格，应有 \2 格"),
    (r"the grades must fall from the best down to 0", "等级应从最好的往下排，最低的为0"),
    (r"only the methods (.*) score a computed measure", r"能给算出的指标值打分的只有 \1"),
    (r"a rate needs either “measure” or “entered”", "“measure”和“entered”应有而且只有一个"),
    (r"“entered” belongs to the methods (.*)", r"可以有“entered”的只有 \1"),
    (r"“special” belongs to a computed measure", "有“measure”才可以有“special”"),
    (r"an indicator needs examples", "指标应有例子（examples）"),
    (r"an example has either “value” or “given”", "例子里“value”和“given”应有而且只有一个"),
    (r"the measure must be one figure .*", "指标值应是一个数；一列要用 SUM 合起来"),
    (r"the example gives “(.*)”, which is no single cell .*", r"例子里的“\1”不是表样里单个单元格的名称"),
    (r"neither this file nor (.*) has this indicator", r"本文件和 \1 里都没有这个指标"),
    (r"“order” does not name this indicator", "“order”里没有写这个指标"),
    (r"(.*) uses this id for another indicator", r"\1 里这个编号是另一个指标"),
    (r"the example (.*) should score (.*), the rule gives (.*)", r"例子 \1 写的得分是 \2，按规则算出来是 \3"),
    (r"the example (.*) has no measure: (.*)", r"例子 \1 算不出指标值：\2"),
    (r"the example (.*) is nothing that its method can score", r"例子 \1 不是这种打分方法能用的值"),
    # upload.toml
    (r"the column “(.*)” has either “term” or “score”", r"“\1”这一栏，“term”和“score”应有而且只有一个"),
    # report.toml
    (r"the choices must be the outlines of report.toml: (.*)", r"“choices”应与 report.toml 的大纲一样：\1"),
    (r"the outline's file (.*) cannot be read: .*", r"大纲的文件“\1”无法读取，请检查文件名"),
    # what Excel and the tool need of a form
    (r"a form needs at least one unit", '至少应有一个金额单位，例如 { "元" = "1" }'),
    (r"“(.*)” is no sensible positive number", r"写的是“\1”，应是大于 0 的数"),
    (r"a brace of the pattern is not closed or has no term in it", "花括号应成对，里面写表样里的名称"),
    (r"a file name cannot have “(.*)”", r"文件名里不能有“\1”，请删去"),
    (r"it is no column of the table “(.*)”", r"这不是表“\1”的一列，请写“\1.列名”"),
    (r"a sheet's name has 1 to (\d+) characters", r"工作表的名称应有 1 到 \1 个字"),
    (r"a sheet's name cannot have “(.*)”", r"工作表的名称里不能有“\1”，请删去"),
    (r"Excel keeps this name for itself", "Excel 自己要用这个名称，请换一个"),
    (r"all workbooks have a sheet of this name", "每个工作簿都有一张同名的共用工作表，请换一个名称"),
    (r"a sheet needs the widths of its columns", "应写各列的宽度（widths）"),
    (r"a width is more than 0 and at most (\d+) characters", r"列的宽度应大于 0，不超过 \1"),
    (r"there is no such button, known: (.*)", r"没有这个按钮，可以写：\1"),
    # numbers and measures of a framework
    (r"“(.*)” is “(.*)”, which is no score", r"“\1”写的是“\2”，应是分数，不能是负数或无穷大"),
    (r"it comes to a text, not to a figure", "指标值应是数，这里得到的是文字"),
    # patterns and words of report.toml
    (r"the form has no unit “(.*)”, known: (.*)", r"表样没有金额单位“\1”，可以写：\2"),
    (r"the braces of “(.*)” are none of the words known: (.*)", r"“\1”的花括号写法不对，可以写：\2"),
    (r"“(.*)” is no regular expression", r"“\1”不是正则表达式，请检查括号和反斜杠"),
    (r"the numerals go from zero to ten", "应是从零到十的十一个字"),
    (r"there must be one outline at least", "至少应有一个大纲"),
)
