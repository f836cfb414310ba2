"""A copy in which stretches of text carry comments, and nothing else is changed."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from report.pages import field, only, run
from report.small import NAMESPACE

from jixiao.report.word.comments import COMMENTS, ChartComment, Comment, with_comments
from jixiao.report.word.parts import DOCUMENT
from jixiao.report.word.properties import CUSTOM, custom_part, stamp, untouched
from jixiao.report.word.wordml import CHART, OFFICE, SPACE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONS = "word/_rels/document.xml.rels"
BOLD = "<w:rPr><w:b/></w:rPr>"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(content: bytes) -> str:
    """The text with the places of comments: [1 and 1] around the stretch, ^1 for the sign."""
    said = []
    for element in etree.fromstring(parts(content)[DOCUMENT]).iter():
        match etree.QName(element).localname:
            case "t":
                said.append(element.text or "")
            case "tab":
                said.append("→")
            case "p":
                said.append("¶")
            case "commentRangeStart":
                said.append(f"[{element.get(f'{W}id')} ")
            case "commentRangeEnd":
                said.append(f" {element.get(f'{W}id')}]")
            case "commentReference":
                said.append(f"^{element.get(f'{W}id')}")
            case "chart":
                said.append("▦")
    return "".join(said)


def commented(*blocks: str, on: tuple[Comment, ...]) -> bytes:
    return with_comments(only(*blocks), on)


def one(paragraph: int, start: int, end: int, *lines: str) -> Comment:
    return Comment(paragraph, start, end, lines or ("注",))


def test_a_stretch_is_surrounded_and_the_text_stays():
    assert body(commented("甲乙丙丁", on=(one(0, 1, 3),))) == "¶甲[0 乙丙 0]^0丁"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [(0, 2, "¶[0 甲乙 0]^0丙"), (1, 3, "¶甲[0 乙丙 0]^0"), (0, 3, "¶[0 甲乙丙 0]^0")],
)
def test_a_stretch_may_reach_to_the_ends_of_its_text(start: int, end: int, said: str):
    assert body(commented("甲乙丙", on=(one(0, start, end),))) == said


def test_several_comments_of_a_paragraph_keep_their_places_whatever_their_order():
    comments = (one(0, 1, 2, "一"), one(0, 3, 4, "二"))
    assert body(commented("甲乙丙丁", on=comments)) == body(commented("甲乙丙丁", on=comments[::-1]))
    assert body(commented("甲乙丙丁", on=comments)) == "¶甲[1 乙 1]^1丙[0 丁 0]^0"


def test_each_comment_has_a_number_of_its_own():
    said = body(commented("甲乙", "丙", "丁", on=(one(0, 0, 1), one(0, 1, 2), one(1, 0, 1), one(2, 0, 1))))
    assert said == "¶[1 甲 1]^1[0 乙 0]^0¶[2 丙 2]^2¶[3 丁 3]^3"


def test_paragraphs_are_counted_from_the_first():
    assert body(commented("甲", "乙", "丙", on=(one(2, 0, 1), one(0, 0, 1)))) == "¶[0 甲 0]^0¶乙¶[1 丙 1]^1"


@pytest.mark.parametrize("comment", [one(0, 0, 4), one(0, 2, 2), one(7, 0, 1), one(0, 4, 5)])
def test_a_stretch_that_is_nowhere_gets_no_comment(comment: Comment):
    blocks = f"<w:p>{run('甲乙')}{run('丙')}</w:p>"
    assert commented(blocks, on=(comment,)) == only(blocks)


def test_the_run_that_is_split_keeps_its_looks_and_what_stands_behind():
    block = f"<w:p><w:r>{BOLD}<w:t>甲乙丙</w:t><w:tab/><w:t>丁</w:t></w:r>{run('戊')}</w:p>"
    content = commented(block, on=(one(0, 1, 2),))
    assert body(content) == "¶甲[0 乙 0]^0丙→丁戊"
    runs = etree.fromstring(parts(content)[DOCUMENT]).findall(f".//{W}r")
    assert [each.find(f"{W}rPr/{W}b") is not None for each in runs] == [True, True, False, True, False]
    texts = [each for run in runs[:4] for each in run.iter(f"{W}t")]
    assert [each.get(SPACE) for each in texts] == ["preserve", "preserve", "preserve", None]


def test_a_comment_in_a_second_text_of_a_run():
    block = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙丙</w:t></w:r></w:p>"
    assert body(commented(block, on=(one(0, 3, 4),))) == "¶甲→乙[0 丙 0]^0"


def test_text_of_a_field_can_carry_one_too():
    assert body(commented(f"<w:p>{run('第')}{field('77')}</w:p>", on=(one(0, 1, 3),))) == "¶第[0 77 0]^0"


def test_the_comment_says_its_lines():
    content = commented("甲乙", on=(one(0, 0, 1, "第<1>行", "二"), one(0, 1, 2, "三")))
    root = etree.fromstring(parts(content)[COMMENTS])
    assert [root.text, *(each.tail for each in root), *(each.text for each in root)] == [None] * 5
    [comment] = [each for each in root if each.get(f"{W}id") == "1"]
    assert [line.tail for line in comment] == [None, None]
    assert dict(comment.attrib) == {f"{W}id": "1", f"{W}author": "jixiao", f"{W}initials": "jx"}
    assert ["".join(line.itertext()) for line in comment] == ["第<1>行", "二"]
    assert [len(list(line.iter(f"{W}annotationRef"))) for line in comment] == [1, 0]


def test_the_part_is_declared_once():
    more = parts(commented("甲", on=(one(0, 0, 1),)))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    assert (
        f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'.encode()
        in more["[Content_Types].xml"]
    )
    [relation] = [each for each in etree.fromstring(more[RELATIONS]) if each.get("Target") == "comments.xml"]
    assert relation.get("Id") == "rIdJixiaoComments"
    assert relation.get("Type") == f"{OFFICE}/comments"


def test_relations_that_are_there_stay():
    theirs = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x" Target="styles.xml"/></Relationships>'
    )
    content = with_comments(only("甲", more={RELATIONS: theirs}), [one(0, 0, 1)])
    assert [each.get("Target") for each in etree.fromstring(parts(content)[RELATIONS])] == [
        "styles.xml",
        "comments.xml",
    ]


THEIRS = f'<w:comments {NAMESPACE}><w:comment w:id="4" w:author="甲"><w:p/></w:comment>{{}}</w:comments>'


def test_comments_that_are_there_stay_and_numbers_go_on():
    theirs = THEIRS.format('<w:comment w:author="乙" w:id="12"/>')
    content = with_comments(only("甲乙", more={COMMENTS: theirs}), [one(0, 0, 1)])
    ids = [each.get(f"{W}id") for each in etree.fromstring(parts(content)[COMMENTS])]
    assert (ids, body(content)) == (["4", "12", "13"], "¶[13 甲 13]^13乙")
    assert b"comments+xml" not in parts(content)["[Content_Types].xml"]


@pytest.mark.parametrize("end", ["/>", " />\n"])
def test_a_part_for_comments_without_any_is_opened(end: str):
    content = with_comments(only("甲乙", more={COMMENTS: f"<w:comments {NAMESPACE}{end}"}), [one(0, 0, 1)])
    assert [each.get(f"{W}id") for each in etree.fromstring(parts(content)[COMMENTS])] == ["0"]


DRAWING = f'<w:drawing><c:chart xmlns:c="{CHART}" xmlns:r="{OFFICE}" r:id="{{}}"/></w:drawing>'


def test_charts_carry_comments_around_their_run():
    blocks = (f"<w:p>{run('甲')}<w:r>{DRAWING.format('rId7')}</w:r>{run('乙')}</w:p>", "丙")
    on = [ChartComment("rId7", ("图",)), ChartComment("rId8", ("无",))]
    content = with_comments(only(*blocks), [one(1, 0, 1, "字")], on)
    assert body(content) == "¶甲[1 ▦ 1]^1乙¶[0 丙 0]^0"
    said = ["".join(each.itertext()) for each in etree.fromstring(parts(content)[COMMENTS])]
    assert said == ["字", "图"]


def test_a_chart_outside_of_any_run_gets_no_comment():
    blocks = f"<w:p>{DRAWING.format('rId7')}</w:p>"
    assert with_comments(only(blocks), [], [ChartComment("rId7", ("图",))]) == only(blocks)


def test_a_copy_of_an_untouched_report_counts_as_untouched():
    plain = only("甲")
    own = {"jixiao.document.sha256": stamp_of(plain)}
    report = only("甲", more={CUSTOM: custom_part(own).decode()})
    assert untouched(report)
    assert untouched(with_comments(report, [one(0, 0, 1)]))


def stamp_of(content: bytes) -> str:
    return stamp(parts(content))


def test_the_document_begins_as_word_begins_it():
    start = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    assert parts(commented("甲", on=(one(0, 0, 1),)))[DOCUMENT].startswith(start)
