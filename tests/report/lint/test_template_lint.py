"""Each kind of trouble: the shipped template is clean; one thing changed gives exactly that trouble there."""

import pytest
from report.drawn import parts, zipped
from report.lint_cases import SHIPPED, changed, checked, kinds, removed, replacing, saying
from report.opened import TEMPLATES
from report.small import docx, paragraph, table

DUTIES = "{% if 段.正文|去序号 is 无 %}"
SIGNED = "{{ 填报.日期|日期 }}"
DRAFT = "本稿为草稿"
ROOMS = "{% set 上级"

CASES = [
    ("unknown-term", SIGNED, "{{ 填报.日其 }}", "没有“填报.日其”这个名称，是不是“填报.日期”？"),
    ("unknown-term", SIGNED, "{{ 收人.合计 }}", "没有“收人.合计”这个名称，是不是“收入.合计”？"),
    ("unknown-term", DUTIES, "{{ 段.正闻 }}", "没有“段.正闻”这个名称，是不是“段.正文”？"),
    (
        "unknown-term",
        SIGNED,
        "{{ 功能分类|列举('名秤') }}",
        "没有“功能分类.名秤”这个名称，是不是“功能分类.名称”？",
    ),
    ("unknown-filter", SIGNED, "{{ 填报.日期|日其 }}", "没有“日其”这个写法，是不是“日期”？"),
    ("unknown-test", SIGNED, "{% if 收入 is 未添 %}{% endif %}", "没有“未添”这个写法，是不是“未填”？"),
    ("unknown-function", SIGNED, "{{ 同笔(收入.合计, 支出.合计) }}", "没有“同笔”这个写法，是不是“同比”？"),
    ("unclosed-tag", SIGNED, "{{ 填报.日期", "“{{”没有结束"),
    ("unclosed-tag", SIGNED, "共 {{ 元", "“{{”没有结束"),
    ("unopened-tag", SIGNED, "填报.日期 }}", "“}}”前面没有开始"),
    ("unclosed-tag", SIGNED, "{{ 填报.日期 }}{", "“{”没有结束"),
    ("unopened-tag", SIGNED, "} 年 月 日", "“}”前面没有开始"),
    ("mismatched-braces", SIGNED, "{{ 填报.日期 %}", "不是一对"),
    ("broken-braces", SIGNED, "{ { 填报.日期 }}", "两个连在一起的半角符号"),
    ("broken-braces", SIGNED, "｛｛ 填报.日期 ｝｝", "两个连在一起的半角符号"),
    ("single-braces", SIGNED, "合计{ 收入.合计 }元", "请写成 {{ 收入.合计 }}"),
    ("single-braces", SIGNED, "合计｛收入.合计|万元｝元", "只有一层花括号"),
    ("misplaced-tag", SIGNED, "{{p 填报.日期 }}", "前面不能加“p”"),
    ("empty-tag", SIGNED, "{{ }}", "标记里是空的"),
    ("unknown-statement", SIGNED, "{% fro 段 in 文字材料 %}", "是不是“for”？"),
    ("unknown-statement", SIGNED, "{% macro 甲() %}", "{% %} 里不能用“macro”"),
    ("trimming-tag", SIGNED, "{%- set 甲 = 1 %}", "去掉紧挨百分号的加号或减号"),
    ("syntax", SIGNED, "{{ 填报.日期|日期( }}", "写法有误"),
    ("syntax", SIGNED, "{{ 填报.日期…… }}", "到“…”这里看不懂"),
    ("syntax", SIGNED, "{{ 收入.合计 支出.合计 }}", "到“支出”这里看不懂"),
    ("block-without-end", SIGNED, "{% if 草稿 %}甲", "没有对应的 endif"),
    ("end-without-begin", SIGNED, "{% endfor %}", "前面没有对应的 for"),
    ("end-without-begin", SIGNED, "{% else %}", "else 前面没有对应的开始标记"),
    ("misplaced-tag", SIGNED, "{%tr set 甲 = 1 %}", "{%tr 只能写在表格里"),
    ("shared-place", SIGNED, "日期 {%p set 甲 = 1 %}", "同一段落里不能有别的文字"),
    ("too-long", SIGNED, "{{ " + "收入.合计 + " * 300 + "1 }}", "标记超过 2000 个字符"),
    ("not-a-table", SIGNED, "{% for 行 in 单位.名称 %}{% endfor %}", "后面不是表"),
    ("not-allowed", SIGNED, "{{ 单位.名称 ~ 单位.简称 }}", "不能用 ~ 连接文字"),
    ("cannot-compute", SIGNED, "{{ 收入 }}", "不能直接打印"),
    ("cannot-compute", SIGNED, "{{ 单位.名称|百分比 }}", "算不出来"),
]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_the_shipped_templates_are_clean(path) -> None:
    assert checked(path.read_bytes()).troubles == ()


FIRST = {kind: said for kind, _, said, _ in reversed(CASES)}  # of each kind: in the shipped template


@pytest.mark.parametrize(("kind", "where", "said", "message"), CASES)
def test_one_thing_changed_is_told_with_its_place(kind: str, where: str, said: str, message: str) -> None:
    shipped = said == FIRST[kind] or where != SIGNED
    content, number = changed(where, saying(said)) if shipped else (docx("甲", said, "乙"), 2)
    found = checked(content).troubles
    assert [(trouble.kind, trouble.number) for trouble in found] == [(kind, number)]
    assert message in found[0].message
    assert found[0].place == f"正文第{number}段"
    assert found[0].text == said


def test_a_tag_over_two_paragraphs_is_one_trouble() -> None:
    content = docx("甲", "本年 {{ 收入", ".合计 }} 万元")
    assert [(each.kind, each.number) for each in checked(content).troubles] == [("split-tag", 2)]


def test_a_loop_whose_end_was_deleted_is_told_at_its_begin() -> None:
    content, _ = changed("{%p endfor %}", removed)
    (trouble,) = checked(content).troubles
    assert trouble.kind == "block-without-end"
    assert trouble.text.startswith("{%p for 段 in 文字材料 if 段.章节 == '部门职责'")


def test_a_begin_and_an_end_of_different_kinds_are_told() -> None:
    content, number = changed("{%p endif %}", saying("{% endif %}"))
    (trouble,) = checked(content).troubles
    assert (trouble.kind, trouble.number) == ("uneven-block", number)
    assert "{%p if 草稿 %}" in trouble.message


def test_a_condition_that_ends_in_a_table_is_told() -> None:
    content = docx("{% if 草稿 %}", table(("{% endif %}",)), "乙")
    assert kinds(content) == ["uneven-block"]


def test_a_row_tag_beside_other_text_is_told() -> None:
    content = docx(
        table(("{%tr for 行 in 功能分类 %}", "甲"), ("{{ 行.名称 }}", ""), ("{%tr endfor %}", "")), "乙"
    )
    assert kinds(content) == ["shared-place"]


@pytest.mark.parametrize(("kind", "text"), [("del", "delText"), ("moveFrom", "t")])
def test_a_tag_deleted_or_moved_away_in_the_revision_history_is_told(kind: str, text: str) -> None:
    gone = f"<w:p><w:{kind}><w:r><w:{text}>{{{{ 收入.合计 }}}}</w:{text}></w:r></w:{kind}></w:p>"
    assert kinds(docx(gone, "乙")) == ["tracked-change"]


def test_loops_too_deep_and_tags_too_many_are_told() -> None:
    assert kinds(docx("{% if 草稿 %}" * 13 + "{% endif %}" * 13)) == ["too-deep"]
    assert kinds(docx("{{ 收入.合计 }}" * 5001)) == ["too-many-tags"]
    assert kinds(docx(*("{{ 1" + "+1" * 900 + " }}" for _ in range(60)))) == ["too-many-tags"]


@pytest.mark.parametrize(
    ("said", "typed"), [("在职人员33人", ["33"]), ("{{ 收入.合计 }}5万元，占59.1%", ["5", "59.1%"])]
)
def test_figures_typed_into_the_text_are_told(said: str, typed: list[str]) -> None:
    troubles = checked(docx(said)).troubles
    assert [(trouble.kind, trouble.tag) for trouble in troubles] == [("typed-figure", each) for each in typed]


@pytest.mark.parametrize(
    "said", ["2022年度，附件2", '{{ "12345"|固定 }}', "{{ 收入.合计 + 0 }}", "（1）概况"]
)
def test_numbers_that_are_no_figures_are_not(said: str) -> None:
    assert checked(docx(said)).troubles == ()


def test_page_numbers_are_no_typed_figures() -> None:
    field = '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    assert checked(docx(field)).troubles == ()


def test_all_troubles_are_told_at_once() -> None:
    blocks = [
        "{{ 收人.合计 }}和{{ 支出.合记 }}",
        "{{ 收入.合计|元 }}",
        "{% if 草稿 %}",
        "{% for 行 in 功能分类 %}{{ 行.名 }}{% endfor %}",
    ]
    expected = ["unknown-term", "unknown-term", "unknown-filter", "block-without-end", "unknown-term"]
    assert kinds(docx(*blocks)) == expected


def test_troubles_in_headers_are_told_with_their_part() -> None:
    content, number = changed("{% if 草稿 %}", replacing("草稿 %}", "草高 %}"), part="word/header1.xml")
    (trouble,) = checked(content).troubles
    assert trouble.place == f"页眉（header1.xml）第{number}段"


def test_a_wrong_name_in_the_title_of_the_document_is_told() -> None:
    title = "<dc:title>{{ 单位.名秤 }}</dc:title>"
    core = f'<x xmlns:dc="http://purl.org/dc/elements/1.1/">{title}</x>'
    (trouble,) = checked(docx("甲", more={"docProps/core.xml": core})).troubles
    assert (trouble.place, trouble.kind) == ("文档属性", "unknown-term")


def test_terms_that_are_never_printed_are_a_note_and_only_those_of_entry_cells() -> None:
    content, _ = changed(ROOMS, replacing("{{ 单位.主管部门 }}", ""))
    before, after = checked(SHIPPED).unprinted, checked(content).unprinted
    assert set(after["单位概况"]) - set(before["单位概况"]) <= {"单位.主管部门"}
    assert not [term for terms in after.values() for term in terms if "执行率" in term]


@pytest.mark.parametrize(
    "said",
    [
        "{{ 功能分类|位数(“编码”, 3)|个数 }}",
        "{{ 功能分类|位数（‘编码’，３）|个数 }}",
        "{{　收入.合计　}}",
        "{{\u00a0收入.合计 – 支出.合计\u00a0}}",
        "{% if 收入.合计 ＞ 0 %}{{ 收入.合计 ｜ 万元 }}{% endif %}",
        '{% if 单位.名称 == "“甲”" %}甲{% endif %}',
        "{# 说明：这里 {{ 不算 #}",
        '{% if 单位.机构类型 in ("甲", "乙") %}甲{% endif %}',
    ],
)
def test_what_word_and_chinese_keyboards_make_of_a_tag_is_understood(said: str) -> None:
    assert kinds(docx("甲", said)) == []


def test_a_tag_in_pieces_is_understood() -> None:
    runs = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in ("{", "{ 收入", ".合计", " }", "}"))
    assert kinds(docx(f"<w:p>{runs}</w:p>", paragraph("乙"))) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"barChart", b"scatterChart", "是散点图、气泡图一类"),
        (b"c:ser>", b"c:no>", "没有数据系列"),
        (b"externalData", b"no", ""),
    ],
)
def test_a_chart_that_cannot_be_given_its_data_is_told_as_a_run_tells_it(
    old: bytes, new: bytes, said: str
) -> None:
    changed = {
        name: content.replace(old, new) if name.startswith("word/charts/drawn1.xml") else content
        for name, content in parts(SHIPPED).items()
    }
    found = checked(zipped(changed)).troubles
    assert [each.kind for each in found] == ["unusable-chart"] * bool(said)
    assert all(said in each.message for each in found)


def test_a_chart_without_its_part_or_its_table_is_told() -> None:
    whole = parts(SHIPPED)
    for gone, said in (
        ("word/charts/drawn1.xml", "已损坏"),
        ("word/charts/_rels/drawn1.xml.rels", "没有自带"),
    ):
        found = checked(zipped({name: whole[name] for name in whole if name != gone})).troubles
        assert [(each.kind, said in each.message) for each in found] == [("unusable-chart", True)]
