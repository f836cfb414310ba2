"""What people read in a paragraph: insertions, no deletions, nothing hidden; levels of headings."""

from __future__ import annotations

from lxml import etree

from jixiao.documents.word_text import paragraph_text
from jixiao.report.word.looks import style_looks
from jixiao.report.word.wordml import headings

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def text(inside: str) -> str:
    return paragraph_text(etree.fromstring(f"<w:p {W} {MC}>{inside}</w:p>")).text


def test_tracked_changes_are_read_as_accepted():
    deleted = "<w:del><w:r><w:delText>1</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('2')}</w:moveFrom><w:moveTo>{run('3')}</w:moveTo>"
    assert text(f"{deleted}<w:ins>{run('4')}</w:ins>{moved}") == "43"


def test_hidden_and_struck_text_is_not_read():
    assert (
        text(run("a", "<w:vanish/>") + run("b", "<w:strike/>") + run("c", "<w:dstrike/>") + run("d")) == "d"
    )
    assert text(run("a", '<w:strike w:val="0"/>')) == "a"


STYLES = f"""<w:styles {W}><w:style w:styleId="a"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:styleId="b"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"""


def test_a_style_hides_and_raises_as_a_run_does_itself():
    inside = run("49") + run("9", '<w:rStyle w:val="b"/>') + run("90.17") + run("1", '<w:rStyle w:val="a"/>')
    looks = style_looks(etree.fromstring(STYLES))
    paragraph = etree.fromstring(f"<w:p {W}>{inside}{run('万元')}</w:p>")
    assert paragraph_text(paragraph, looks).text == "4990.17万元"


def test_raised_numbers_of_notes_are_no_text_those_of_units_are():
    raised = '<w:vertAlign w:val="superscript"/>'
    assert text(run("4990.17") + run("1", raised) + run("万元")) == "4990.17万元"
    assert text(run("80m") + run("2", raised)) == "80m²"
    assert text(run("1", raised) + run("注")) == "¹注"


def test_tabs_breaks_and_hyphens_are_signs():
    assert (
        text("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>") == "a\tb\nc-"
    )


def test_links_and_fields_are_read_their_instructions_are_not():
    assert text(f"<w:hyperlink>{run('a')}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>") == "a"


def test_what_stands_there_for_old_programs_is_not_read_twice():
    both = f"<mc:Choice>{run('a')}</mc:Choice><mc:Fallback>{run('a')}</mc:Fallback>"
    assert text(f"<mc:AlternateContent>{both}</mc:AlternateContent>") == "a"


def test_struck_words_are_no_trouble_struck_figures_are():
    def struck(what: str) -> bool:
        inside = run(what, "<w:strike/>")
        return paragraph_text(etree.fromstring(f"<w:p {W}>{inside}</w:p>")).struck

    assert (struck("旧"), struck("旧1")) == (False, True)


def test_heading_styles_are_known_by_words_own_names():
    styles = etree.fromstring(
        f'<w:styles {W}><w:style w:styleId="2"><w:name w:val="heading 1"/></w:style>'
        f'<w:style w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:styleId="b"/></w:styles>'
    )
    assert headings(styles) == {"2": 1}
