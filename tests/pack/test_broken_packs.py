"""A broken data file of a pack ends every command in one sentence: file, line, reason, what to do."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest

from jixiao import building
from jixiao.faces.cli import main
from jixiao.pack import loading
from jixiao.pack.reasons import in_chinese

REAL = loading.data_folder
PACK = loading.DEFAULT
BOOK = REAL("samples") / "leiyang-2022.xlsm"
FRAMEWORK = "frameworks/reconstructed-2022.toml"
NOWHERE = -10_000  # the complaint is about no line
RULES, BUILD = ("rules", PACK), ("build", PACK)
NEW = ("new", "{out}")
FROM = ("new", "--from", "{book}", "{out}")
RUN = ("run", "{book}")
TERMS = ("template", "terms")
LINT = ("template", "lint", "{folder}/report_templates/department-overall/report.docx")
REPORT = "../../report_templates/department-overall/report.toml"
IMPORT = ("import", "{tables}", "{out}")
FAMILY = 'over = [{ "编制" = ["全额", "差额", "自收自支", "行政", "参公"]'
LINE = "01 | 整体预算 | 全年预算数"
EXAMPLE = "10 | 4 | 6 | | | passed"


class Broken(NamedTuple):
    """What is changed in which file, how many lines below the change the complaint is, and what it says."""

    file: str
    old: str
    new: str
    said: str
    command: tuple[str, ...] = RULES
    below: int = 0


CHECKS = [
    Broken(
        "checks.toml", 'severity = "error"', 'severity = "fatal"', "“severity”不能写“fatal”，可以写：error"
    ),
    Broken(
        "checks.toml",
        'title = "在职人员不超过',
        'titel = "在职人员不超过',
        "不认识“titel”这一项，是不是“title”？",
    ),
    Broken("checks.toml", 'title = "在职人员不超过编制"\n', "", "缺少“title”（标题）这一项", below=-2),
    Broken(
        "checks.toml", '"{基础数据表} | 财政供养', '{ clause = "无" } # ', "“basis”里缺少“document”（文件）"
    ),
    Broken("checks.toml", "{基础数据表} | 财政供养", "财政供养", "“basis”应是一组（花括号）"),
    Broken(
        "checks.toml", "实有数.合计 <= 编制数.合计", "实有数.合计 <= 编制数.合记", "是不是“编制数.合计”？"
    ),
    Broken("checks.toml", "实有数.合计 <= 编制数.合计", "SUMM(编制数.合计) = 1", "没有“SUMM”这个函数"),
    Broken("checks.toml", "实有数.合计 <= 编制数.合计", "实有数.合计 + 编制数.合计", "没有比较"),
    Broken(
        "checks.toml",
        "relation = 'AND(本年决算.公车购置",
        'left = "公车购置"\nrelation = \'AND(本年决算.公车购置',
        "left、right 是比较的左边、右边的叫法，这个关系由几个比较合成，不能写",
        below=1,
    ),
    Broken(
        "checks.toml", 'relation = "编制数', 'says = "{编制数.合记}"\nrelation = "编制数', "没有“编制数.合记”"
    ),
    Broken(
        "checks.toml",
        'relation = "实有数.合计',
        'when = "功能分类.金额 > 经济分类.金额"\nrelation = "实有数.合计',
        "另一张表",
    ),
    Broken("checks.toml", 'id = "STAFF-03"', 'id = "STAFF-01"', "编号重复"),
    Broken("checks.toml", 'id = "STAFF-03"', "id = STAFF-03", "不合 TOML 的写法"),
    Broken("checks.toml", 'id = "STAFF-03"', "id = “STAFF-03”", "要用英文半角的"),
    Broken("checks.toml", '{ "编制" = [', "{ 编制 = [", "等号左边的中文要加英文引号"),
    Broken("checks.toml", 'relation = "实有数.合计 <= ', "relation = 3 # ", "“relation”应是文字"),
    Broken("checks.toml", "| passed", "| past", "“outcome”不能写“past”"),
    Broken("checks.toml", "[[check]]", "[[checks]]", "不认识“checks”这一项，是不是“check”？"),
    Broken("checks.toml", FAMILY, "over = 3 # ", "“over”应是一列花括号"),
    Broken("checks.toml", FAMILY, 'over = "编制" # ', "“over”应有一行列名，下面至少再有一行"),
    Broken("checks.toml", FAMILY, FAMILY + ' }, { "类" = "全额"', "“类”不是每个都有"),
    Broken("checks.toml", LINE, "01 | | 全年预算数", "“表”不能作占位词"),
    Broken("checks.toml", LINE, f"{LINE} | 多", "“over”的这一行有 4 格，列名有 3 个"),
    Broken("checks.toml", f"号 | 表 | 名\n{LINE}", f"号 | 表 | 表\n{LINE}", "“over”的第一行应是列名"),
    Broken("checks.toml", '\n"提纲" = "', '\n"多余" = "无"\n"提纲" = "', "占位词“多余”没有用到"),
    Broken("checks.toml", "表 | 编 | 决算表", "列 | 编 | 决算表", "第一列的列名应是“表”", below=1),
    Broken(
        "checks.toml",
        "功能分类 | FUNC |",
        "功能分类 | {FUNC} |",
        "占位词“编”代表的词里不能有花括号",
        below=-2,
    ),
    Broken(
        "checks.toml",
        '"经济分类"] }]\ntitle = "{表}每行',
        '"经济分类"], "编" = "X" }]\ntitle = "{表}每行',
        "占位词“编”的词已写在 [words] 里",
    ),
    Broken("checks.toml", 'title = "{表}每行', 'title = "{表名}每行', "“over”里没有占位词“{表名}”"),
    Broken(
        "checks.toml",
        'title = "{表}每行合计',
        'was = ["FUNC-01"]\ntitle = "{表}每行合计',
        "“was”里的“FUNC-01”是另一条规则的编号",
    ),
    Broken("checks.toml", FAMILY, f'{FAMILY}, was = ["A", "B"]', "“was”写了 2 个旧编号"),
    Broken(
        "checks.toml",
        'relation = \'CODENAME("{表}科目", LEFT({表}.编码, 3)) <> ""\'',
        'relation = \'CODENAME("{表}目录", LEFT({表}.编码, 3)) <> ""\'',
        "没有“功能分类目录”这个代码表，是不是“功能分类科目”？",
    ),
    Broken("checks.toml", "实有数.合计 <= 编制数.合计", "实有数.合计 <= 编制数.合计{}", "“{}”代入任何名称"),
    Broken("checks.toml", EXAMPLE, EXAMPLE.replace("4", "5"), "写的结果是“通过”，算出来是“不平”", BUILD),
    Broken("checks.toml", "| inconsistent", "| rounding", "一个通过的例子和一个不平的例子", BUILD, -3),
    Broken(
        "checks.toml",
        "实有数.合计 | 编制数.合计 | outcome",
        "实有数.合计 | 编制数.全部 | outcome",
        "例子里没有“编制数.全部”这个名称",
        BUILD,
        1,
    ),
    Broken("checks.toml", EXAMPLE, EXAMPLE.replace("4", "四"), "例子里“编制数.全额”应是数", BUILD),
]
FORMS = [
    Broken("form.toml", 'version = "1"', 'version = "1"\nunheard = 1', "不认识“unheard”这一项", below=1),
    Broken("form.toml", 'term = "单位.简称"', 'term = "单位.名称"', "名称重复", below=-1),
    Broken("form.toml", 'term = "单位.简称"', 'term = "单位 简称"', "名称应是用点连起来的"),
    Broken("form.toml", 'formula = "编制数.合计"', 'formula = "编制数.合记"', "没有“编制数.合记”"),
    Broken("form.toml", "SUM(自定指标.分值)", "自评合计.得分", "“自评合计.得分”在它以后才算"),
    Broken("form.toml", "MAX(0, SIGNED(", "自评合计.得分 + MAX(0, SIGNED(", "在它以后才算"),
    Broken("form.toml", 'kind = "status"', 'kind = "statue"', "“kind”不能写“statue”"),
    Broken(
        "form.toml",
        'id = "department-overall"',
        'id = "elsewhere"',
        "应与文件夹的名称“department-overall”相同",
    ),
    Broken("form.toml", 'year = "单位.年度"', 'year = "单位.年份"', "这不是表样里单个单元格的名称"),
    Broken(
        "form.toml", 'declines = ["社保基金"]', 'declines = ["社保资金"]', "说没有它，可是没有名称这样开头"
    ),
    Broken(
        "form.toml",
        'choices = ["无"], declines = ["社保基金"]',
        'choices = ["无", "没有"], declines = ["社保基金"]',
        "只能有一个选项",
    ),
    Broken("form.toml", 'quantum = "0.01"', 'quantum = "一分"', "“quantum”写的不是数"),
    Broken(
        "form.toml",
        'key = "社保基金.名称"',
        'key = "社保基金.名字"',
        "“key”写的“社保基金.名字”不是它的名称",
        below=-1,
    ),
    Broken("form.toml", '"functional.toml"', '"functional-2.toml"', "没有这个文件"),
    Broken("form.toml", 'id = "表样.编号"\n', "", "“identity”里缺少“id”", below=-1),
    Broken("form.toml", 'name = "收支总表"', 'name = "单位概况"', "两张工作表同名", BUILD),
    Broken("form.toml", "year = ", "years = ", "不认识“years”这一项"),
    Broken("../codes/economic.toml", "301 工资", "30A 工资", "编码只能是数字"),
    Broken("../codes/economic.toml", "from = 20", "from = 90", "起始日期晚于终止日期"),
    Broken("../codes/economic.toml", "30701 ", "30102 ", "这个编码出现了两次"),
    Broken("../codes/economic.toml", 'below = ["类", "307"', 'below = ["类", "308"', "代码表中没有这个编码"),
    Broken("../shared-sheets.toml", 'holds = "place"', 'holds = "spot"', "“holds”不能写“spot”"),
    Broken("../buttons.toml", "limit = 180", "", "缺少“limit”这一项", NEW, NOWHERE),
]
OTHERS = [
    Broken(
        "carryover.toml",
        '"单位.简称" = "单位.简称"',
        '"单位.简成" = "单位.简称"',
        "没有这个名称，是不是“单位.简称”？",
        FROM,
    ),
    Broken("carryover.toml", 'into = "社保基金"\n', 'into = "社保金"\n', "没有这张表或这个区块", FROM),
    Broken(
        "carryover.toml",
        "= 上年表.结转结余.年末",
        "= 上年表.结转结余.年尾",
        "没有“上年表.结转结余.年尾”",
        RULES,
    ),
    Broken("carryover.toml", "years = 1", 'years = "一"', "“years”应是", BUILD),
    Broken(FRAMEWORK, 'total = "100"', 'total = "99"', "分值合计是 100，写的是 99", NEW),
    Broken(FRAMEWORK, 'id = "A2"', 'id = "A1"', "编号重复", NEW, -23),
    Broken(FRAMEWORK, 'standard = "三项', 'standards = "三项', "不认识“standards”这一项", NEW),
    Broken(
        FRAMEWORK,
        'value = "是、是、否", score = "2"',
        'value = "是、是、否", score = "1"',
        "写的得分是 1",
        BUILD,
        -10,
    ),
    Broken(FRAMEWORK, 'total = "100"', "total = ", "不合 TOML 的写法", RUN),
    Broken(REPORT, "unit = ", "units = ", "不认识“units”", RUN),
    Broken(REPORT, 'file = "report.docx"', 'file = "r.docx"', "无法读取", RUN),
    Broken("../department-final-accounts/import.toml", 'term = "', 'term = "无.', "没有“无.", IMPORT, -6),
]

UNITS = 'factors = { "元" = "1", "万元" = "10000" }'
REPORT_NAME = 'name = "{单位.名称|（未填单位）}'
SHEET = 'name = "收支总表"'
FORM_PROOFS = [
    Broken("form.toml", UNITS, "factors = {}", "至少应有一个金额单位"),
    *(
        Broken("form.toml", '"万元" = "10000"', f'"万元" = "{value}"', f"写的是“{value}”，应是大于 0 的数")
        for value in ("0", "-1", "NaN", "sNaN", "Infinity", "1E+999999")
    ),
    *(
        Broken("form.toml", 'quantum = "0.01"', f'quantum = "{value}"', f"写的是“{value}”，应是大于 0 的数")
        for value in ("0", "-1", "Infinity")
    ),
    Broken("form.toml", 'table = "指标自评"', 'table = "指标"', "没有这张表或这个区块"),
    Broken(
        "form.toml",
        'target = "指标自评.目标值"',
        'target = "指标自评.目标"',
        "（指标自评.目标）：这不是表“指标自评”的一列",
    ),
    Broken("form.toml", 'grade = "指标自评.等级"', 'grade = "支出.合计"', "这不是表“指标自评”的一列"),
    Broken("form.toml", 'points = ["指标自评.要点1"', 'points = ["要点1"', "这不是表“指标自评”的一列"),
    Broken("form.toml", REPORT_NAME, 'name = "{单位.没有}', "这不是表样里单个单元格的名称"),
    Broken("form.toml", REPORT_NAME, 'name = "{功能分类.金额}', "这不是表样里单个单元格的名称"),
    Broken("form.toml", REPORT_NAME, 'name = "{单位.名称', "花括号应成对"),
    Broken("form.toml", REPORT_NAME, 'name = "{}', "花括号应成对"),
    Broken("form.toml", REPORT_NAME, 'name = "/{单位.名称}', "文件名里不能有“/”"),
    Broken("form.toml", SHEET, 'name = "收支/总表"', "工作表的名称里不能有“/”"),
    Broken("form.toml", SHEET, 'name = "[收支总表]"', "工作表的名称里不能有“[”"),
    Broken("form.toml", SHEET, 'name = ""', "工作表的名称应有 1 到 31 个字"),
    Broken("form.toml", SHEET, f'name = "{"表" * 32}"', "工作表的名称应有 1 到 31 个字"),
    Broken("form.toml", SHEET, 'name = "History"', "Excel 自己要用这个名称"),
    *(
        Broken("form.toml", SHEET, f'name = "{name}"', "每个工作簿都有一张同名的共用工作表")
        for name in ("勾稽关系", "校验结果", "按钮用语", "代码表", "核对底稿")
    ),
    Broken("form.toml", "widths = [24, 28, 64]", "widths = []", "应写各列的宽度"),
    Broken("form.toml", "widths = [24, 28, 64]", "widths = [24, 0, 64]", "列的宽度应大于 0"),
    Broken("form.toml", "widths = [24, 28, 64]", "widths = [-1]", "列的宽度应大于 0"),
    Broken(
        "form.toml",
        'buttons = ["check", "report"',
        'buttons = ["check", "fly"',
        "没有这个按钮，可以写：check",
    ),
]

MEASURE = 'measure = "支出.合计 / 整体预算.年初预算数"'
FRAMEWORK_PROOFS = [
    *(
        Broken(FRAMEWORK, 'max_score = "3"', f'max_score = "{value}"', f"“max_score”写的是“{value}”", NEW, -4)
        for value in ("sNaN", "NaN", "Infinity", "-3", "0")
    ),
    Broken(FRAMEWORK, 'total = "100"', 'total = "sNaN"', "“total”写的是“sNaN”", RUN),
    Broken(FRAMEWORK, MEASURE, 'measure = "支出.合计 / 0"', "分母为零", BUILD, -7),
    Broken(FRAMEWORK, MEASURE, 'measure = "支出.合计 / (2 - 2)"', "分母为零", RUN, -7),
    Broken(FRAMEWORK, MEASURE, f'measure = "{"(" * 3000}1{")" * 3000}"', "括号套得太深", RUN, -7),
    Broken(FRAMEWORK, MEASURE, 'measure = "单位.名称"', "指标值应是数，这里得到的是文字", BUILD, -7),
    Broken(FRAMEWORK, MEASURE, 'measure = "支出.合计 / 单位.名称"', "文字不能参加计算", RUN, -7),
    Broken(
        FRAMEWORK, 'name = "部门整体支出绩效评价指标体系（2022年，重构）"', 'name = ""', "“name”不能空着", NEW
    ),
]

COMMON, NEW_COMMON = "frameworks/whole-53.toml", ("new", "--framework", "whole-53", "{out}")
STARTS = [
    Broken(
        COMMON, '"二级指标", "三级指标"]', '"二级", "三级指标"]', "表“自定指标”没有“二级”这一列", NEW_COMMON
    ),
    Broken(
        COMMON, '["投入", "目标设定", "绩效目标', '["投入", "绩效目标', "这一行有 2 格，应有 3 格", NEW_COMMON
    ),
]

HEADINGS = 'headings = ["{numeral}、"'
STYLE_PROOFS = [
    *(
        Broken(REPORT, 'unit = "万元"', 'unit = "角"', "表样没有金额单位“角”，可以写：元、万元", command)
        for command in (RUN, TERMS, LINT)
    ),
    Broken(REPORT, 'date = "{year}年', 'date = "{yea}年', "可以写：{year}、{month}、{day}", RUN),
    Broken(REPORT, HEADINGS, 'headings = ["{num}、"', "可以写：{numeral}、{number}", RUN),
    Broken(REPORT, HEADINGS, 'headings = ["{numeral.real}、"', "花括号写法不对", RUN),
    Broken(REPORT, 'share = "，占{of}', 'share = "，占{of', "花括号写法不对，可以写：{of}、{rate}", LINT),
    Broken(
        REPORT,
        "比{than}增加{amount}",
        "比{than}增加{amounts}",
        "花括号写法不对，可以写：{than}、{amount}",
        RUN,
    ),
    Broken(REPORT, r"typed_number = '\s*", "typed_number = '(((", "不是正则表达式", TERMS),
    Broken(REPORT, r"typed_reason = '\s*", "typed_reason = '(((", "不是正则表达式", RUN),
    Broken(REPORT, 'numerals = "零一二三四五六七八九十"', 'numerals = ""', "应是从零到十的十一个字", RUN),
    Broken(REPORT, '"亿元" = "100000000"', '"亿元" = "0"', "应是大于 0 的数", RUN),
]


def test_a_key_that_is_known_elsewhere_is_not_offered_in_its_own_place():
    assert in_chinese("Object contains unknown field `name`").startswith("不认识“name”这一项")
    assert "是不是“name”" not in in_chinese("Object contains unknown field `name`")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of the packs, to be spoilt; nothing is written elsewhere."""
    for name in ("workbook_templates", "report_templates"):
        shutil.copytree(REAL(name), tmp_path / name, ignore=shutil.ignore_patterns("*.xls*"))
    (tmp_path / "samples").mkdir()
    for ending in (".xlsm", ".toml"):
        shutil.copy(BOOK.with_suffix(ending), tmp_path / "samples")
    monkeypatch.setattr(loading, "data_folder", lambda name: tmp_path / name)
    monkeypatch.setattr(building, "data_folder", lambda name: tmp_path / name)
    return tmp_path / "workbook_templates" / PACK


Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def jixiao(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command; its exit code, what it said, and what it complained about."""
    book = Path(shutil.copy(BOOK, tmp_path / "2022.xlsm"))
    words = {"out": tmp_path / "新.xlsm", "book": book, "tables": tables_of(tmp_path), "folder": tmp_path}

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["jixiao", *(text.format(**words) for text in arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return run


def tables_of(folder: Path) -> Path:
    path = folder / "表.xlsx"
    path.write_bytes(a_table())
    return path


@cache
def a_table() -> bytes:
    from openpyxl import Workbook

    book, content = Workbook(), BytesIO()
    book.active.append(["收入支出决算总表"])
    book.save(content)
    return content.getvalue()


def spoil(file: Path, old: str, new: str) -> int:
    """The line of the change."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    start = text.index(old)
    common = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: start + common].count("\n") + 1


@pytest.mark.parametrize(
    "broken",
    [*CHECKS, *FORMS, *OTHERS, *FORM_PROOFS, *FRAMEWORK_PROOFS, *STARTS, *STYLE_PROOFS],
    ids=lambda broken: f"{broken.file}: {broken.said}",
)
def test_a_broken_file_ends_in_one_sentence(folder: Path, jixiao: Command, broken: Broken):
    line = spoil(folder / broken.file, broken.old, broken.new) + broken.below
    code, out, complaint = jixiao(*broken.command)
    assert (code, out) == (2, "")
    assert complaint.count("\n") == 1
    assert broken.said in complaint
    named = re.escape(broken.file.rpartition("/")[2]) if "没有这个文件" not in complaint else ".*"
    where = f"第{line}行" if line > 0 and named != ".*" else ""
    assert re.match(rf"表样文件“[\w./-]*{named}”{where}", complaint), (line, complaint)
    assert re.search("请|是不是|可以|应|不合 TOML", complaint)
    assert not re.search(r"[a-z]{3,} [a-z]{3,}", complaint)  # nothing is left in English


@pytest.mark.parametrize(
    "command",
    [
        *(RULES, BUILD, NEW, FROM, RUN, IMPORT),
        *(
            ("check", "{book}"),
            ("check", "{book}", "--json"),
            ("verify", "{book}", "{book}"),
            ("demo", "{folder}/demo"),
        ),
        *(("template", "terms"), ("template", "lint", "{book}"), ("rules", PACK, "--json")),
    ],
    ids=" ".join,
)
def test_every_command_ends_in_the_sentence(folder: Path, jixiao: Command, command: tuple[str, ...]):
    name = "department-final-accounts" if command is IMPORT else PACK
    spoil(folder.parent / name / "checks.toml", 'severity = "error"', 'severity = "fatal"')
    code, _, complaint = jixiao(*command)
    assert code == 2
    assert complaint.startswith("表样文件“workbook_templates/")
    assert complaint.count("\n") == 1
    assert "“severity”不能写“fatal”" in complaint


@pytest.mark.parametrize("content", [b"[[check]", None, "编码".encode("gbk")])
def test_a_file_that_cannot_be_read_is_named(folder: Path, jixiao: Command, content: bytes | None):
    file = folder / "checks.toml"
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    code, _, complaint = jixiao(*RULES)
    assert code == 2
    assert "checks.toml”" in complaint
    assert re.search("请检查路径|选 UTF-8|不合 TOML", complaint)


def test_a_half_done_framework_stops_nobody_who_does_not_use_it(folder: Path, jixiao: Command):
    (folder / "frameworks" / "a-draft.toml").write_text('name = "草稿', encoding="utf-8")
    (folder / "frameworks" / "b-draft.toml").write_text('name = "草稿"\n[[indicator]]\n', encoding="utf-8")
    assert jixiao(*FROM)[0] == 0
    assert jixiao("check", "{book}")[0] == 1
    assert jixiao(*RUN)[0] == 1
    code, listed, _ = jixiao(*RULES)
    assert code == 0
    told = listed.partition("== 还不能用的评价指标体系\n")[2].splitlines()[:2]
    assert [line.partition("”")[0].rpartition("/")[2] for line in told] == ["a-draft.toml", "b-draft.toml"]
    code, _, complaint = jixiao(*BUILD)
    assert code == 2
    assert "a-draft.toml”第1行" in complaint


def test_a_workbook_of_a_sound_pack_does_not_mind_a_broken_form_beside_it(folder: Path, jixiao: Command):
    spoil(folder.parent / "department-final-accounts" / "form.toml", "[identity]", "[identity")
    assert jixiao("check", "{book}")[0] == 1


def test_the_watcher_says_the_sentence_and_goes_on(folder: Path, tmp_path: Path):
    from jixiao.faces.saved_workbook import checked, made

    spoil(folder / "checks.toml", 'severity = "error"', 'severity = "fatal"')
    book = Path(shutil.copy(BOOK, tmp_path / "2022.xlsm"))
    for examined in (checked(book), made(book, None)):
        assert examined.line.startswith("表样文件“workbook_templates/department-overall/checks.toml”第")


def test_the_names_of_the_sheets_that_the_build_adds_are_kept_for_them():
    from jixiao.pack.form_proof import TOOL_SHEETS
    from jixiao.workbook.live.colours import COLOUR_SHEET
    from jixiao.workbook.live.draft import DRAFT_SHEET
    from jixiao.workbook.sheets.code_sheet import CODE_SHEET

    assert {CODE_SHEET, DRAFT_SHEET, COLOUR_SHEET} == set(TOOL_SHEETS)
