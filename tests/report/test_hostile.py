"""Text from cells is data, and a template reaches nothing but terms and phrases."""

import pytest
from msgspec.structs import replace
from report.filled import PACK, fact, record, scorecard
from report.small import ENVIRONMENT, PHRASES, STYLE, docx, filled, prepared

from jixiao.model.fact import Record, State
from jixiao.report.language.context import context_of
from jixiao.report.making import ReportMaker
from jixiao.report.rendering import Renderer
from jixiao.report.template.preparing import prepare
from jixiao.report.word.errors import TemplateError
from jixiao.report.word.projection import projection


@pytest.mark.parametrize(
    "typed",
    [
        "{{ 7*7 }}",
        "{% for a in b %}",
        "{# x #}",
        "</w:t></w:r></w:p><w:p>",
        "R&D &amp; <b>",
        "]]>",
        "“引号”和'撇号'\"",
        "  前后  空格  ",
        "㐀𠀀😀🇨🇳",
        "{_{ x }_}",
        "长" * 40000,
    ],
)
def test_text_arrives_as_typed(typed: str) -> None:
    assert filled("{{ 单位.名称 }}。", entries={"单位.名称": typed}) == f"{typed}。"


def test_what_xml_cannot_carry_is_left_out() -> None:
    assert filled("{{ 单位.名称 }}", entries={"单位.名称": "甲\x00\x0b\x1f\ud800\ufdd0\uffff乙"}) == "甲乙"


def with_error_in(term: str) -> Record:
    full = record({"支出.合计": "1", "支出.基本支出": "1"})
    broken = replace(fact(term, "0"), value=None, state=State.ERROR, typed="#REF!")
    return Record({**full.fields, term: broken}, full.groups)


def test_a_cell_that_cannot_be_read_is_never_printed_as_zero() -> None:
    said = projection(ReportMaker(PACK).make(with_error_in("支出.合计"), scorecard(), draft=True))
    assert "本年支出合计【数据有误】万元" in said


def test_a_sum_with_a_cell_that_cannot_be_read_is_not_printed_either() -> None:
    context = context_of(with_error_in("支出.合计"), scorecard(), PACK, STYLE, draft=False)
    tag = prepared("{{ 支出.基本支出 + 支出.合计 }}")
    said = projection(Renderer(ENVIRONMENT, PHRASES).render(tag, context, "试.docx"))
    assert said.splitlines()[-1] == "【数据有误】"


REFUSED = (
    "{{ ''.__class__ }}",
    "{{ 支出.__class__ }}",
    "{{ 支出.entries }}",
    "{{ 支出.合计.fact }}",
    "{{ 支出.合计.__init__.__globals__ }}",
    "{{ 支出['__class__'] }}",
    "{{ 文字材料.__len__ }}",
    "{{ 同比.__self__ }}",
    "{{ 同比.__func__.__globals__ }}",
    "{{ 单位.名称.format() }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ loop }}",
    "{{ range(3) }}",
    "{{ cycler('a') }}",
    "{{ '长' * 1000000000 }}",
    "{{ 9 ** 99999999 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ 单位.名称|format('x') }}",
    "{{ 单位.名称|center(1000000000) }}",
    "{{ 单位.名称|join(单位.名称) }}",
    "{{ 单位 is mapping }}",
    "{{ namespace(a=1) }}",
    "{{ joiner() }}",
    "{{ dict(a=1) }}",
    "{{ lipsum() }}",
    "{% for 行 in 内设股室 %}{{ loop.__init__ }}{% endfor %}",
    "{% for 行 in 内设股室 %}{{ loop(内设股室) }}{% endfor %}",
    "{% for 行 in 内设股室 %}{{ loop.cycle('a') }}{% endfor %}",
    "{% for 行 in 内设股室 recursive %}{% endfor %}",
    "{% for 甲, 乙 in 内设股室 %}{% endfor %}",
    "{% set 单位.名称 = 1 %}",
    "{% set 甲 %}x{% endset %}",
    "{% macro 甲() %}{% endmacro %}",
    "{% call 甲() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% block 甲 %}{% endblock %}",
    "{% extends 'x' %}",
    "{% from 'x' import y %}",
    "{% with 甲 = 1 %}{% endwith %}",
    "{% autoescape false %}{% endautoescape %}",
    "{% raw %}x{% endraw %}",
    "{{ [单位, 单位] }}",
    "{{ {'a': 单位} }}",
    "{{ 单位.名称 ~ 单位.名称 }}",
    "{% include 'x' %}",
    "{% import 'x' as x %}",
    "{{ 单位.名称|safe }}",
    "{{ 单位.名称|attr('upper') }}",
    "{{ 单位.名称|format(1) }}",
    "{{ 内设股室|map(attribute='__class__')|join }}",
    "{{ 内设股室|join('', attribute='__class__') }}",
    "{{ 支出 }}",
    "{{ 内设股室 }}",
)


@pytest.mark.parametrize("tag", REFUSED)
def test_a_template_reaches_nothing_but_terms_and_phrases(tag: str) -> None:
    entries = {"支出.合计": "1", "单位.名称": "甲", "内设股室": [{"名称": "甲"}]}
    with pytest.raises(TemplateError):
        filled(tag, entries=entries)


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("本年{{ 收人.合计 }}万元", "没有“收人.合计”这个名称，是不是“收入.合计”？"),
        ("本年{{ 收入.和计 }}万元", "没有“收入.和计”这个名称，是不是“收入.合计”？"),
        ("本年{{ 收入合计 }}万元", "没有“收入合计”这个名称，是不是“收入.合计”？"),
        ("本年{{ 收入.合计|元 }}", "没有“元”这个写法"),
        ("本年{{ 收入.合计 is 空的 }}", "没有“空的”这个写法，是不是“空”？"),
        ("本年{{ 收入.合计 ", "“{{”没有结束"),
        ("本年{% if 收入.合计 %}", "没有对应的 endif"),
        ("本年{{ 收入.合计| }}", "写法有误"),
        ("本年{{ 收入.合计 + '万元' }}", "文字请直接写在标记旁边"),
        ("本年{{ 收入.合计 - '万元' }}", "算不出来"),
        ("本年{{ 收入 }}", "“收入”不是一个数或一段文字，不能直接打印"),
    ],
)
def test_a_wrong_tag_is_told_with_its_paragraph(tag: str, said: str) -> None:
    with pytest.raises(TemplateError) as caught:
        filled("甲段", tag, "乙段")
    assert str(caught.value).startswith("报告模板“试.docx”这一处：本年{")
    assert said in str(caught.value)


def test_a_wrong_column_in_a_loop_is_told_with_the_paragraph_of_the_loop() -> None:
    blocks = ("{%p for 行 in 内设股室 %}", "股室：{{ 行.名 }}", "{%p endfor %}")
    with pytest.raises(TemplateError) as caught:
        filled(*blocks, entries={"内设股室": [{"名称": "甲"}]})
    assert str(caught.value) == (
        "报告模板“试.docx”这一处：股室：{{ 行.名 }}——没有“内设股室.名”这个名称，是不是“内设股室.名称”？"
    )


def test_a_tag_that_word_has_split_and_given_curly_quotes_is_understood() -> None:
    runs = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in ("{", "{ 内设股室|列举(“名", "称”) }", "}"))
    assert filled(f"<w:p>{runs}</w:p>", entries={"内设股室": [{"名称": "甲"}]}) == "甲"


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 broken", docx("甲")[:500]])
def test_a_file_that_is_no_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(TemplateError, match="不是 Word 文档"):
        prepare(content, "试.docx", ENVIRONMENT)


@pytest.mark.parametrize("xml", ["<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "<x>"])
def test_a_part_with_a_doctype_or_broken_xml_is_refused(xml: str) -> None:
    with pytest.raises(TemplateError):
        prepare(docx("甲", more={"word/styles.xml": xml}), "试.docx", ENVIRONMENT)


def test_nothing_of_the_template_is_executed_while_it_is_prepared() -> None:
    assert prepared("{{ 收人.合计 }}").printed == ("收人.合计",)


@pytest.mark.parametrize(
    "sign", ["\\ufdd1", "\\ufdd4x", "\\ufdd7", "\\x00", "\\x01", "\\ufffe", "\\ud800", "8\\r8"]
)
def test_signs_that_no_text_may_hold_are_refused_in_a_tag(sign: str) -> None:
    with pytest.raises(TemplateError, match="引号里有 Word 不能显示的字符"):
        filled(f'{{{{ "{sign}" }}}}')


def test_an_ampersand_in_a_tag_is_one() -> None:
    said = filled("{{ 'R&D'|固定 }}{% if 单位.名称 == 'A&B' %}是{% endif %}", entries={"单位.名称": "A&B"})
    assert said == "R&D是"
