"""A file of own rules that cannot be used is refused with the line, the reason and the way out."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from pack.own_rules import BALANCED, EXAMPLE, GOOD, PACK, refusal, written

from jixiao.checks.own_rules import with_own_rules
from jixiao.model.errors import UnusableInput
from jixiao.pack.carryover import load_two_years
from jixiao.pack.loading import data_folder, load_pack, pack_names
from jixiao.pack.own_rules import RESERVED

# ---- linting


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('= "支出不', "= “支出不", 5, "英文半角"),
        ("[[check]]", "【【check】】", 3, "英文半角"),
        ("title = ", "title\u3000=\u3000", 5, "英文半角"),
        ("<= 收入", "== 收入", 6, "“等于”只写一个 ="),
        ("[[check]]", "[[check]", 3, "不合 TOML 的写法：[[check]"),
        ("}\n", "\n", 8, "不合 TOML 的写法"),
        ("[[check]]", "[[rule]]", 3, "不认识“rule”，每条规则以 [[check]] 开头"),
        ("severity", "severty", 7, "不认识“severty”这一项，是不是“severity”？"),
        ("clause", "claus", 8, "不认识“claus”这一项，是不是“clause”？"),
        ('"warning"', '"fatal"', 7, "“severity”不能写“fatal”，可以写：error（错误）"),
        ('"支出不超过收入"', "3", 5, "“title”应是文字"),
        ('"支出不超过收入"', '" "', 5, "“title”不能空着"),
        ('"内部控制制度"', '""', 8, "“basis”不能空着"),
        ('basis = { document = "内部控制制度", clause = "量入为出" }', "", 3, "缺少“basis”（依据）这一项"),
        (', clause = "量入为出"', "", 8, "“basis”里缺少“clause”（条款）这一项"),
        ("自-01", "INC-01", 4, "编号已经用过"),
        ("自-01", "", 4, "“id”不能空着"),
        ("basis", 'was = ["自-01"]\nbasis', 8, "“was”里的“自-01”是它现在的编号"),
        ("basis", 'was = ["a", "a"]\nbasis', 8, "“was”里“a”写了两次"),
        ("basis", 'was = ["INC-01"]\nbasis', 8, "“was”里的“INC-01”是另一条规则的编号"),
        ("自-01", "READ-01", 4, "编号不能以“READ-”开头"),
        ("自-01", "year-9", 4, "编号不能以“year-”开头"),
        ("自-01", "自 01@", 4, "编号只用"),
        ('"支出.合计 <', '"支出.合记 <', 6, "没有“支出.合记”这个名称，是不是“支出.合计”？"),
        ("支出.合计 <", "SUMM(支出.合计) <", 6, "没有“SUMM”这个函数，可以用：SUM, "),
        ("支出.合计 <", "LEN(支出.合计, 2) <", 6, "函数 LEN 要有 1 个参数"),
        ("支出.合计 <", "COUNTIF(1, 支出.合计) <", 6, "函数 COUNTIF 的第 1 个参数应是一列的名称"),
        ("支出.合计 <", "SUMIF(功能分类.编码, 单位.简称, 经济分类.金额) <", 6, "应是同一张表的两列"),
        ("支出.合计 <", "功能分类.金额 + 经济分类.金额 <", 6, "“经济分类.金额”是另一张表的一列"),
        ("<= 收入", "+ 收入", 6, "没有比较"),
        ("- 3000000", "= 1", 6, "“=”这里看不懂"),
        ("- 3000000", "- (1 < 2)", 6, "“<”不能放在算式里面"),
        ("- 3000000", "- AND(1 < 2, 2 < 3)", 6, "“AND”不能放在算式里面；几个比较用函数（AND, OR）连起来"),
        (
            "支出.合计 <= 收入.合计 - 3000000",
            "OR(支出.合计, 1 < 2)",
            6,
            "函数 OR 的第 1 个参数应是比较，例如",
        ),
        ("支出.合计 <= 收入.合计 - 3000000", "IN(支出.合计)", 6, "函数 IN 至少要有 2 个参数"),
        ("支出.合计 <= 收入.合计 - 3000000", "IN(单位.名称, 1, 2)", 6, "一边是数，一边是文字"),
        (
            "支出.合计 <= 收入.合计 - 3000000",
            "AND(支出.合计 > 0, 单位.名称 > 单位.简称)",
            6,
            "文字只能用 = 或 <> 比较",
        ),
        ("支出.合计 <=", "CODENAME(单位.名称, 单位.简称) <=", 6, "第 1 个参数应是引号里的文字"),
        ("- 3000000", "@", 6, "“@”这里看不懂"),
        ("- 3000000", "-", 6, "末尾缺少名称或数字"),
        ("收入.合计 - 3000000", "* 1", 6, "“*”这里缺少名称或数字"),
        ("收入.合计 - 3000000", "(收入.合计", 6, "缺少“)”"),
        ("支出.合计 <=", "(" * 3000 + "支出.合计 <=", 6, "括号套得太深"),
        ("收入.合计 - 3000000", "单位.名称", 6, "一边是数，一边是文字"),
        ("收入.合计 - 3000000", "1 + 单位.名称", 6, "文字不能参加计算"),
        ("支出.合计 <= 收入.合计 - 3000000", "单位.名称 > 单位.简称", 6, "文字只能用 = 或 <> 比较"),
        ("basis", 'when = "支出.没 > 0"\nbasis', 8, "没有“支出.没”这个名称"),
        ("basis", 'when = "功能分类.金额 > 经济分类.金额"\nbasis', 8, "另一张表的一列"),
        ("basis", 'when = ["支出.合计 > 0", "支出.没 > 0"]\nbasis', 8, "没有“支出.没”这个名称"),
        ("basis", 'when = ["支出.合计 > 0", "支出.合计 > 单位.名称"]\nbasis', 8, "一边是数，一边是文字"),
        ("basis", 'when = ["功能分类.金额 > 0", "经济分类.金额 > 0"]\nbasis', 6, "不是同一张表"),
        ("basis", "when = 1\nbasis", 8, "“when”应是文字（加英文引号）或一列（方括号）"),
        ("basis", 'says = "{支出.合记}"\nbasis', 8, "没有“支出.合记”这个名称，是不是“支出.合计”？"),
        ("basis", 'says = "{功能分类.金额}"\nbasis', 8, "不能写进句子"),
        ("basis", EXAMPLE % (BALANCED, "inconsistent"), 8, "第1个例子写的结果是“不平”，算出来是“通过”"),
        ("basis", EXAMPLE % (BALANCED, "pass"), 8, "“outcome”不能写“pass”，可以写：passed（通过）"),
        ("3000000", "9" * 21, 6, f"数“{'9' * 21}”太长，最多 20 位"),
        ("3000000", "0.5" + "0" * 19 + "%", 6, "太长，最多 20 位"),
        *(
            ("basis", EXAMPLE % (f'"支出.合计" = "{typed}"', "passed"), 8, f"写的是“{typed}”（只写正负号")
            for typed in ("1e999999", "1E3", "1_000", ".5", "9" * 21, "1" * 19 + ".25")
        ),
        ("basis", EXAMPLE % ('"支出.合计" = "一"', "passed"), 8, "例子里“支出.合计”应是数，写的是“一”"),
        (
            "basis",
            EXAMPLE % ('"支出.合计" = 1.0', "passed"),
            8,
            "“given”应是文字（加英文引号）或一列（方括号）",
        ),
        ("basis", EXAMPLE % ('"支出.合计" = ["1"]', "passed"), 8, "例子里“支出.合计”是一个单元格"),
        ("basis", EXAMPLE % ('"功能分类.金额" = "1"', "passed"), 8, "例子里“功能分类.金额”是一列"),
        (
            "basis",
            EXAMPLE % ('"支出.合记" = "1"', "passed"),
            8,
            "例子里没有“支出.合记”这个名称，是不是“支出.合计”？",
        ),
    ],
)
def test_a_bad_rule_is_refused_with_its_line_and_reason(
    tmp_path: Path, old: str, new: str, line: int, said: str
):
    assert old in GOOD
    message = refusal(tmp_path, GOOD.replace(old, new))
    assert message.startswith(f"自定规则“我的.toml”第{line}行")
    assert said in message
    assert not re.search(r"[a-z]{3,} [a-z]{3,}", message)  # nothing is left in English


OVER = 'over = [{ "项" = "合计" }]\nid = "自-{项}"'


@pytest.mark.parametrize(
    ("changes", "line", "said"),
    [
        ({"basis = {": "basis = {} #"}, 8, "“basis”里缺少“document”（文件）这一项"),
        ({"basis": "examples = [{}]\nbasis"}, 8, "“examples”里缺少“given”（所填的数）这一项"),
        ({"basis": "when = 3\nbasis"}, 8, "“when”应是文字（加英文引号）或一列（方括号）"),
        ({'"支出不超过收入"': "2020-01-01"}, 5, "“title”应是文字"),
        ({"basis": "mend = 07:32:00\nbasis"}, 8, "“mend”应是文字"),
        ({'id = "自-01"': OVER, "支出不": "{}支出不"}, 6, "“{}”只在关系"),
        ({'id = "自-01"': OVER.replace('= "合计"', '= ["合计", "合计"]')}, 4, "“over”里“合计”写了两次"),
        ({'id = "自-01"': OVER.replace("项", "项·目")}, 4, "“项·目”不能作占位词：占位词只用汉字"),
        ({'id = "自-01"': OVER.replace('"合计"', '"合\\n计"')}, 4, "“项”代表的词里不能有花括号，也不能换行"),
        ({'id = "自-01"': OVER.replace('"合计"', '"{合计"')}, 4, "“项”代表的词里不能有花括号，也不能换行"),
        (
            {"自-01": "自-{}", "basis": 'was = ["自-x"]\nbasis'},
            8,
            "“was”把“自-x”给了这一组的几条规则，应每条各写一个，例如“自-x-{项}”",
        ),
        (
            {"自-01": "自-{}", "basis": EXAMPLE % ('"收入.{}" = "1", "收入.合计" = "2"', "passed")},
            8,
            "代入以后有两处都是“收入.合计”",
        ),
    ],
)
def test_a_family_with_a_fault_is_refused_with_its_line_and_reason(
    tmp_path: Path, changes: dict[str, str], line: int, said: str
):
    relation = "支出.合计 <= 收入.合计 - 3000000"
    text = GOOD if OVER in changes.values() else GOOD.replace(relation, "收入.{} <= 上年收入.{}")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    message = refusal(tmp_path, text)
    assert message.startswith(f"自定规则“我的.toml”第{line}行")
    assert said in message
    assert not re.search(r"[a-z]{3,} [a-z]{3,}", message)


def test_the_sentence_names_the_rule_by_its_id(tmp_path: Path):
    assert "第6行（自-01）：" in refusal(tmp_path, GOOD.replace("收入.合计", "收入.合记"))


def test_a_division_by_zero_in_an_example_is_named(tmp_path: Path):
    text = GOOD.replace("支出.合计 <=", "支出.合计 / 收入.合计 <=")
    message = refusal(
        tmp_path, text.replace("basis", EXAMPLE % ('"支出.合计" = "1.00", "收入.合计" = "0"', "passed"))
    )
    assert "算出来是“未检查”（分母为零）" in message


def test_the_line_is_that_of_the_second_rule(tmp_path: Path):
    second = GOOD.replace("自-01", "自-02").replace("收入.合计", "收入.合记")
    assert "第15行（自-02）" in refusal(tmp_path, f"{GOOD}\n{second}")


def test_a_header_inside_a_long_text_does_not_move_the_lines(tmp_path: Path):
    text = GOOD.replace("basis", 'mend = """\n[[check]]\n"""\nbasis') + GOOD.replace("自-01", "INC-01")
    assert "第15行（INC-01）" in refusal(tmp_path, text)


@pytest.mark.parametrize("name", [name for name in pack_names() if load_two_years(load_pack(name))])
def test_every_check_against_last_year_has_an_id_that_is_kept_for_it(name: str, tmp_path: Path):
    years = load_two_years(load_pack(name))
    assert years
    for check in years.pack.checks:
        assert "留给与上年核对的规则" in refusal(tmp_path, GOOD.replace("自-01", check.data.id))


def test_two_rules_may_not_share_an_id(tmp_path: Path):
    assert "第12行（自-01）：编号已经用过" in refusal(tmp_path, GOOD + GOOD)


def test_two_files_may_not_share_an_id(tmp_path: Path):
    files = [written(tmp_path, name="一.toml"), written(tmp_path, name="二.toml")]
    with pytest.raises(UnusableInput, match=r"“二\.toml”第4行（自-01）：编号已经用过"):
        with_own_rules(PACK, files)


@pytest.mark.parametrize("text", ["", "check = []\n", "[check]\nid = 'x'\n", "# 只有说明\n"])
def test_a_file_without_rules_is_refused(tmp_path: Path, text: str):
    assert "里没有规则" in refusal(tmp_path, text)


def test_a_file_in_another_encoding_is_refused_with_the_way_out(tmp_path: Path):
    file = tmp_path / "我的.toml"
    file.write_bytes(GOOD.encode("gbk"))
    with pytest.raises(UnusableInput, match="另存为，编码选 UTF-8"):
        with_own_rules(PACK, [file])


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(UnusableInput, match=r"没有\.toml”不存在"):
        with_own_rules(PACK, [tmp_path / "没有.toml"])


def test_the_mark_that_the_windows_editor_puts_in_front_does_not_matter(tmp_path: Path):
    file = tmp_path / "我的.toml"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert with_own_rules(PACK, [file]).checks[-1].data.id == "自-01"


def test_the_rules_of_the_documentation_are_sound(tmp_path: Path):
    page = (data_folder("docs") / "own-rules.zh-CN.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    pack = with_own_rules(PACK, [written(tmp_path, "\n".join(blocks))])
    assert [check.data.id for check in pack.checks[len(PACK.checks) :]] == [
        "自-01",
        "自-02",
        "自-水费",
        "自-电费",
        "自-会议费",
    ]


def test_no_rule_can_have_the_id_of_a_finding_of_ours_and_the_documentation_names_all():
    sources = data_folder("src").rglob("*.py")
    texts = [path.read_text(encoding="utf-8") for path in sources if "audit" not in path.parts]
    ours = {found for text in texts for found in re.findall(r'= "([A-Z]+)-\d\d"', text)}
    page = (data_folder("docs") / "own-rules.zh-CN.md").read_text(encoding="utf-8")
    assert len(ours) > 8
    assert ours <= set(RESERVED) == set(re.findall(r"`([A-Z]+)-`", page))


TABLE = """examples = '''
支出.合计 | 收入.合计 | outcome
1.00 | 400.00 | passed
2.00 | 400.00 | inconsistent
'''
basis"""


def test_examples_may_be_a_table_and_a_wrong_line_is_named(tmp_path: Path):
    said = refusal(tmp_path, GOOD.replace("basis", TABLE))
    assert "第11行" in said
    assert "第2个例子写的结果是“不平”" in said


def test_words_that_several_rules_use_may_stand_once(tmp_path: Path):
    text = '[words]\n"制度" = "内部控制制度"\n' + GOOD.replace('"内部控制制度"', '"{制度}"')
    rules = with_own_rules(PACK, [written(tmp_path, text)])
    assert rules.checks[-1].data.basis.document == "内部控制制度"


HOSTILE = {
    "a dotted key": ("a." * 200_000 + "a = 1", "超过 50 段"),
    "the same in quotes": ('"a" . ' * 60 + "a = 1", "超过 50 段"),
    "too many bytes": ("#" * 1_000_001, "太大，不像是数据文件"),
    "examples": (
        GOOD + "examples = [\n" + '{ given = { "支出.合计" = "1" }, outcome = "passed" },\n' * 1001 + "]",
        "例子超过 1000 个",
    ),
    "checks": ("".join(GOOD.replace("自-01", f"自-{n}") for n in range(1001)), "规则超过 1000 条"),
    "brackets": ("a = " + "[" * 100_000, ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_would_take_minutes_is_refused_at_once(name: str, tmp_path: Path):
    text, said = HOSTILE[name]
    started = time.process_time()
    assert said in refusal(tmp_path, text)
    assert time.process_time() - started < 5


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes")
def test_a_pipe_is_no_file_of_rules(tmp_path: Path):
    os.mkfifo(tmp_path / "我的.toml")
    with pytest.raises(UnusableInput, match="不是普通文件"):
        with_own_rules(PACK, [tmp_path / "我的.toml"])
