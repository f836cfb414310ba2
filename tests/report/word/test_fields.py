"""What Word counts itself is no figure of ours; what any other field shows is read like text."""

import pytest
from lxml import etree
from report.small import NAMESPACE

from jixiao.report.proof.numbers import numbers_of
from jixiao.report.word.fields import is_counted
from jixiao.report.word.looks import style_looks
from jixiao.report.word.reading import paragraphs_of


def figures(*inside: str, styles: str = "") -> list[str]:
    """The numbers that are read in paragraphs."""
    looks = style_looks(etree.fromstring(f"<w:styles {NAMESPACE}>{styles}</w:styles>"))
    body = "".join(f"<w:p>{each}</w:p>" for each in inside)
    root = etree.fromstring(f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>")
    found = [
        (paragraph, number)
        for paragraph in paragraphs_of(root, "x", looks)
        for number in numbers_of(paragraph)
    ]
    return [number.text for paragraph, number in found if not paragraph.computed(number.start)]


def run(text: str, looks: str = "") -> str:
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>"


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction: str, shown: str) -> str:
    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{sign('begin')}{told}{sign('separate')}{shown}{sign('end')}"


def simple(instruction: str, shown: str) -> str:
    return f'<w:fldSimple w:instr="{instruction}">{shown}</w:fldSimple>'


@pytest.mark.parametrize("written", [field, simple])
@pytest.mark.parametrize(
    "instruction", [" =SUM(ABOVE) ", "DOCPROPERTY 收入", "IF 1 = 1 7 8", "", "QUOTE 7", "REF 数 \\h"]
)
def test_a_figure_in_a_field_is_read(written, instruction):
    assert figures(written(instruction, run("7"))) == ["7"]


@pytest.mark.parametrize("written", [field, simple])
@pytest.mark.parametrize(
    "instruction", ["PAGE", " numpages ", "TOC \\o 1-3", "SEQ 表 \\* ARABIC", "REF _a \\h", "REF 数 \\r \\h"]
)
def test_what_word_counts_itself_is_not(written, instruction):
    assert figures(run("6"), written(instruction, run("7")), run("8")) == ["6", "8"]


def test_contents_are_counted_with_the_fields_in_them_over_all_their_paragraphs():
    begin = f"{sign('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>{sign('separate')}{run('1')}"
    inner = field("HYPERLINK x", run("2") + field("PAGEREF x", run("3")))
    assert figures(begin, inner, run("4") + sign("end"), run("5")) == ["5"]


def test_a_field_within_the_instruction_of_another_is_not_shown():
    instruction = f"<w:r><w:instrText>= 2 * </w:instrText></w:r>{field('DOCPROPERTY x', run('3'))}"
    assert figures(sign("begin") + instruction + sign("separate") + run("6") + sign("end")) == ["6"]


def test_a_field_without_its_end_hides_nothing():
    begun = f"{sign('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>{sign('separate')}"
    assert figures(begun + run("7"), run("8")) == ["7", "8"]


def test_thousands_of_fields_within_each_other_take_no_time():
    assert figures((sign("begin") + sign("separate") + run("1")) * 5000 + sign("end") * 5000) == ["1" * 5000]


def test_a_name_that_only_begins_like_one_is_another():
    assert not is_counted("PAGES")
    assert not is_counted("= PAGE")


RAISED = '<w:vertAlign w:val="superscript"/>'


def test_a_raised_mark_is_no_digit_of_the_figure_before_it():
    assert figures(run("4990.17") + run("1", RAISED) + run("万元")) == ["4990.17"]


def test_hidden_text_is_no_part_of_a_figure():
    assert figures(run("49") + run("3", "<w:vanish/>") + run("90.17")) == ["4990.17"]
    assert figures(run("49") + run("3", '<w:vanish w:val="0"/>') + run("90.17")) == ["49390.17"]
    assert figures(run("5", "<w:vanish/>")) == []


def style(name: str, base: str, looks: str) -> str:
    return f'<w:style w:styleId="{name}"><w:basedOn w:val="{base}"/><w:rPr>{looks}</w:rPr></w:style>'


STYLES = (
    style("a", "", RAISED) + style("b", "a", "<w:b/>") + style("c", "c", "<w:vanish/>") + style("d", "", "")
)


@pytest.mark.parametrize(
    ("by", "found"), [("a", "4990.17"), ("b", "4990.17"), ("c", "4990.17"), ("d", "4990.171")]
)
def test_what_a_style_raises_or_hides_is_no_part_of_a_figure_either(by: str, found: str):
    marked = run("1", f'<w:rStyle w:val="{by}"/>')
    assert figures(run("4990.17") + marked + run("万元"), styles=STYLES) == [found]


def test_what_a_run_says_itself_counts_more_than_the_style_of_its_paragraph():
    hidden = '<w:pPr><w:pStyle w:val="c"/></w:pPr>'
    assert figures(hidden + run("5"), styles=STYLES) == []
    assert figures(hidden + run("5", '<w:vanish w:val="0"/>'), styles=STYLES) == ["5"]
