"""What a finding says when a check has no sentence of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from checks.sheets import YUAN, sheet

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.findings import findings_of
from jixiao.checks.sentences import Sentences
from jixiao.checks.unit import Unit
from jixiao.model.fact import Record
from jixiao.model.finding import Finding
from jixiao.pack.check import CheckData, bind_check
from jixiao.pack.computed import with_computed
from jixiao.pack.example import record_of_example
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack
from jixiao.strict import Basis

PACK = load_pack()
ACCOUNTS = load_pack("department-final-accounts")
WAN = Unit("万元", Decimal(10000))
Given = dict[str, str | list[str]]
CODES: Given = {"功能分类.编码": ["208", "2081", "20805"], "功能分类.金额": ["5.00", "1.00", "1.00"]}


def found(
    relation: str, given: Given, *when: str, pack: Pack = PACK, keyed: bool = False
) -> tuple[Finding, ...]:
    data = CheckData(
        id="X-1",
        title="题",
        relation=relation,
        severity="error",
        basis=Basis(document="文件", clause="条款"),
        when=when,
        examples=(),
    )
    checks = (bind_check(data, pack.vocabulary, "checks.toml"),)
    record = with_computed(record_of_example(given, pack, WAN.factor), pack)
    record = with_keys(record, pack) if keyed else record
    verdicts = confront(record, checks, pack.vocabulary, pack.names_of_codes)
    assert Network(verdicts, pack.formulas).broken in ((), (0,))  # the diagnosis copes with every relation
    return findings_of(verdicts, WAN)


def said(relation: str, given: Given, *when: str, pack: Pack = PACK, keyed: bool = False) -> list[str]:
    return [finding.message for finding in found(relation, given, *when, pack=pack, keyed=keyed)]


def with_keys(record: Record, pack: Pack) -> Record:
    """The rows as people tell them apart, which examples leave out."""
    groups = {
        name: tuple(Record(row.fields, row.groups, row.fields[pack.groups[name].key].text) for row in rows)
        for name, rows in record.groups.items()
    }
    return Record(record.fields, groups)


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        ("IN(LEN(功能分类.编码), 3, 5, 7)", "“科目编码”填的是“2081”，有4位，应为3位、5位或7位。"),
        ("SUM(功能分类.金额) = 80000", "“功能分类”各行合计之和7.00万元，应为8.00万元，相差1.00万元。"),
        (
            'COUNTIF(功能分类.编码, 功能分类.编码 & "?") = 0',
            "“功能分类”中科目编码为208加一位的有1行，不应有。",
        ),
        ("COUNTIF(功能分类.编码, LEFT(功能分类.编码, 4)) > 0", "“功能分类”中没有科目编码为2080的行。"),
        (
            "COUNTIF(功能分类.编码, LEFT(功能分类.编码, 2)) = 1",
            "“功能分类”中没有科目编码为20的行，应有1行。",
        ),
        (
            'CODENAME("功能分类科目", 功能分类.编码) <> ""',
            "“科目编码”填的是“2081”，代码表《功能分类科目》中没有。",
        ),
        ("LEN(LEFT(功能分类.编码, 3)) = 4", "“科目编码”的前3位是“208”，有3位，应有4位。"),
        ('功能分类.编码 <> "2081"', "“科目编码”填的是“2081”，不能是“2081”。"),
    ],
)
def test_a_row_of_codes(relation: str, sentence: str):
    assert sentence in said(relation, CODES)


@pytest.mark.parametrize(
    ("relation", "given", "when", "sentence"),
    [
        (
            "编制数.合计 > 0",
            {"实有数.合计": "12", "编制数.合计": "0"},
            "实有数.合计 > 0",
            "有“合计（实有在职人数）”12，“合计（编制数）”填的是0，应大于0。",
        ),
        (
            "编制数.合计 > 0",
            {"实有数.合计": "12"},
            "实有数.合计 > 0",
            "有“合计（实有在职人数）”12，“合计（编制数）”没有填写，应大于0。",
        ),
        (
            "LEN(单位.简称) > 0",
            {"支出.合计": "9.00", "收入.合计": "10.00"},
            "支出.合计 < 收入.合计",
            "“本年支出合计（本年数）”9.00万元小于“本年收入合计（本年数）”10.00万元，“文中简称”没有填写。",
        ),
        (
            "LEN(单位.简称) > 0",
            {"支出.合计": "9.00"},
            "AND(支出.合计 > 0, COUNT(项目明细.项目名称) = 0, COUNT(支出.合计) = 1)",
            "有“本年支出合计（本年数）”9.00万元，“项目明细”各行项目名称没有填写，“文中简称”没有填写。",
        ),
        (
            "LEN(项目明细.用途) > 0",
            {"项目明细.项目名称": ["甲"], "项目明细.类别": ["专项经费"]},
            '项目明细.类别 = "专项经费"',
            "“类别”填的是“专项经费”，“主要用途”没有填写。",
        ),
        (
            "支出.合计 + 收入.合计 <> 0",
            {"支出.合计": "0", "收入.合计": "0"},
            "",
            "“本年支出合计（本年数）”与“本年收入合计（本年数）”之和0.00万元，不应为零。",
        ),
    ],
)
def test_what_is_missing_comes_with_the_reason_why_it_has_to_be_there(
    relation: str, given: Given, when: str, sentence: str
):
    assert said(relation, given, *filter(None, [when])) == [sentence]


def test_what_must_not_be_there_comes_with_the_reason_too():
    given: Given = {"单位.简称": "我单位", "支出.合计": "9.00", "文字材料.正文": ["我局的工作"]}
    relation = 'COUNTIF(文字材料.正文, "*我局*") = 0'
    assert said(relation, given, '单位.简称 <> "我局"', '单位.简称 <> ""', "支出.合计 > 收入.合计") == [
        "“文中简称”填的是“我单位”，“本年支出合计（本年数）”9.00万元大于“本年收入合计（本年数）”（没有填），"
        "“文字材料”中正文含有“我局”的有1行，不应有。"
    ]


def test_a_name_that_is_looked_up_is_told_with_its_code_and_list():
    relation = '经济分类.名称 = CODENAME("经济分类科目", 经济分类.编码)'
    assert said(relation, {"经济分类.编码": ["301"], "经济分类.名称": ["工资"]}) == [
        "“科目名称”填的是“工资”，代码表《经济分类科目》中301的名称是“工资福利支出”。"
    ]
    assert said(relation, {"经济分类.编码": ["999"], "经济分类.名称": ["工资"]}) == [
        "“科目名称”填的是“工资”，应空着。"
    ]


def test_the_sheet_is_named_where_the_table_is_on_another_one():
    relation = "COUNTIF(内设股室.名称, 项目自评.项目名称) > 0"
    assert said(relation, {"项目自评.项目名称": ["甲"]}) == [
        "“单位概况”的“内设股室”中没有股室名称为“甲”的行。"
    ]
    relation = "COUNTIF(项目指标.项目名称, 项目自评.项目名称) > 0"
    assert said(relation, {"项目自评.项目名称": ["甲"]}) == ["“项目指标”中没有项目名称为“甲”的行。"]


def test_a_table_without_a_title_is_known_by_its_sheet():
    relation = "COUNTIF(国资.编码, LEFT(国资.编码, 3)) > 0"
    assert said(relation, {"国资.编码": ["20805"]}, pack=ACCOUNTS) == [
        "“国有资本经营预算财政拨款支出决算表”中没有科目编码为208的行。"
    ]


def test_nothing_found_is_told_in_words_on_the_right_too():
    relation = "功能分类.金额 = SUMIF(经济分类.编码, 功能分类.编码, 经济分类.金额)"
    assert said(relation, {"功能分类.编码": ["208"], "功能分类.金额": ["5.00"]}) == [
        "“合计”5.00万元，“经济分类”中科目编码为208的合计之和0.00万元，相差5.00万元。"
    ]


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        (
            "功能分类.金额 = 功能分类.基本支出",
            "20805“合计”5.00万元，“基本支出”（没有填），按0算相差5.00万元。",
        ),
        (
            "COUNTIF(功能分类.编码, LEFT(功能分类.编码, 3)) > 0",
            "20805：“功能分类”中没有科目编码为208的行。",
        ),
        ("IN(LEN(功能分类.编码), 3, 7)", "“科目编码”填的是“20805”，有5位，应为3位或7位。"),
    ],
)
def test_the_row_is_named_unless_the_sentence_quotes_it(relation: str, sentence: str):
    given: Given = {"功能分类.编码": ["20805"], "功能分类.金额": ["5.00"]}
    assert said(relation, given, keyed=True) == [sentence]


def test_of_conditions_that_must_all_hold_those_that_do_not_are_told():
    given: Given = {"支出.合计": "9.00", "收入.合计": "10.00", "实有数.合计": "3"}
    relation = "AND(支出.合计 = 收入.合计, 实有数.合计 > 1, 实有数.合计 <= 2)"
    assert said(relation, given) == [
        "“本年支出合计（本年数）”9.00万元，“本年收入合计（本年数）”10.00万元，相差1.00万元；"
        "“合计（实有在职人数）”3，应不大于2，超出1。"
    ]


def test_of_conditions_of_which_one_is_enough_all_are_told():
    (sentence,) = said("OR(支出.合计 = 0, 实有数.合计 > 5)", {"支出.合计": "9.00", "实有数.合计": "3"})
    assert sentence.endswith("“合计（实有在职人数）”3，应大于5，少2；以上各项至少应有一项成立。")


def test_a_choice_of_amounts_is_told_in_the_unit_of_the_workbook():
    (finding,) = found("IN(支出.合计, 30000, 收入.合计)", {"支出.合计": "9.00", "收入.合计": "10.00"})
    expected = "3.00万元或“本年收入合计（本年数）”10.00万元"
    assert finding.message == f"“本年支出合计（本年数）”9.00万元，应为{expected}。"
    assert (finding.stated, finding.expected, finding.difference) == ("9.00", expected, "")


def test_a_choice_that_holds_within_rounding_is_a_rounding_difference():
    (finding,) = found("IN(支出.合计, 收入.合计, 0)", {"支出.合计": "9.01", "收入.合计": "9.00"})
    assert finding.outcome == "rounding"
    assert finding.message.endswith("在四舍五入允许的范围内（尾差）。")


def spoken(relation: str, **cells: str) -> Sentences:
    """What the only verdict over a small sheet says."""
    return Sentences(sheet(relation, **cells).verdicts[0], YUAN)


def test_a_figure_that_should_be_another_is_told_with_both_and_their_difference():
    sentences = spoken("一 = 二", 一="1.00", 二="3.00")
    assert sentences.told() == "“一”1.00元，“二”3.00元，相差2.00元"
    assert (sentences.stated, sentences.expected) == ("1.00", "3.00")


def test_a_limit_is_no_figure_that_is_expected():
    sentences = spoken("一 <= 二", 一="3.00", 二="1.00")
    assert sentences.told() == "“一”3.00元，应不大于“二”1.00元，超出2.00元"
    assert (sentences.stated, sentences.expected) == ("3.00", "")


def test_figures_that_are_equal_and_should_not_be_are_not_said_to_differ():
    assert spoken("一 < 二", 一="1.00", 二="1.00").told() == "“一”1.00元，应小于“二”1.00元"


def test_two_numbers_do_not_run_into_each_other():
    sentences = spoken("合计 <= 一 * 2", 合计="9.00", 一="4.00")
    assert sentences.told() == "“合计”9.00元，应不大于“一”乘2，即8.00元，超出1.00元"


def test_rates_differ_in_points():
    assert spoken("比率 <= 1", 比率="1.0696").told() == "“比率”106.96%，应不大于100%，超出6.96个百分点"


def test_of_conditions_of_which_one_is_enough_one_that_holds_within_rounding_is_told_alone():
    sentences = spoken("OR(一 = 二, 三 = 四)", 一="1.00", 二="1.01", 三="5.00", 四="9.00")
    assert sentences.told() == "“一”1.00元，“二”1.01元，相差0.01元"


def test_a_quotient_of_amounts_is_no_amount():
    assert spoken("一 / 二 <= 1", 一="12.00", 二="10.00").told() == "“一”除以“二”1.2，应不大于1，超出0.2"


def test_a_quotient_has_digits_that_can_be_read():
    assert (
        spoken("一 / 二 <= 0.5", 一="2.00", 二="3.00").told()
        == "“一”除以“二”0.666667，应不大于0.5，超出0.166667"
    )


def test_a_blank_is_never_quoted_as_a_zero():
    relation = "支出.合计 = SUM(支出.基本支出, 支出.项目支出)"
    assert said(relation, {"支出.合计": "5.00", "支出.项目支出": "0"}) == [
        "“本年支出合计（本年数）”5.00万元，“基本支出（本年数）”与“项目支出（本年数）”之和0.00万元（其中1格没有填），"
        "相差5.00万元。"
    ]
    assert said(relation, {"支出.合计": "5.00"}) == [
        "“本年支出合计（本年数）”5.00万元，明细还没有填（“基本支出（本年数）”与“项目支出（本年数）”），"
        "按0算相差5.00万元。"
    ]
    assert said(relation, {"支出.基本支出": "5.00"}) == [
        "“本年支出合计（本年数）”（没有填），“基本支出（本年数）”与“项目支出（本年数）”之和5.00万元，"
        "按0算相差5.00万元。"
    ]


def test_a_check_may_name_the_sides_of_its_comparison():
    (named,) = (check for check in PACK.checks if check.data.id == "GPB-23")
    given: Given = {"项目明细.资金来源": ["单位资金"], "项目明细.支出数": ["7"], "支出.项目支出": "10"}
    record = with_computed(record_of_example({**given, "项目支出.合计": "4"}, PACK, WAN.factor), PACK)
    (finding,) = findings_of(confront(record, (named,), PACK.vocabulary, PACK.names_of_codes), WAN)
    assert finding.message == (
        "“项目明细”中财政专户和单位资金安排的项目支出数之和7.00万元，"
        "应不大于全部项目支出减去三类预算的项目支出后余下的6.00万元，超出1.00万元。"
    )


def test_rows_that_are_missing_are_no_figure():
    (finding,) = found('COUNTIF(功能分类.编码, "301") > 0', CODES)

    assert "没有" in finding.message
    assert (finding.stated, finding.difference) == ("", "")
