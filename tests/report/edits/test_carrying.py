"""What somebody has changed in Word is in the report that is made next, or in a comment there."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from report.edits.worked_on import FIGURES, MADE, NEW, carried, comments, lines, paragraph, rewritten
from word_edits import replaced, split_runs, without_paragraph

from jixiao.report.edits.carrying import carry_over, same_making
from jixiao.report.word.made_document import PART
from jixiao.report.word.properties import BOOK, edited, untouched, with_property


def one_that_says(content: bytes, words: str) -> str:
    [line] = [line for line in lines(content) if words in line]
    return line


def test_a_word_is_carried_over_into_a_sentence_with_new_figures():
    done = carried(replaced("全部为一般公共预算收入", "全部是县级财政安排的收入"))
    line = one_that_says(done.content, "全部是县级财政安排的收入")
    assert "本年收入合计350万元" in line
    assert done.remarks == ("您在上一份报告里改过的文字已带进新的报告：改动1处。",)
    assert comments(done.content) == ""


def test_runs_that_word_has_split_are_no_change():
    done = carry_over(NEW, rewritten(MADE, split_runs), FIGURES)
    assert done is not None
    assert lines(done.content) == lines(NEW)
    assert done.remarks == ()


def test_a_paragraph_put_in_stays_behind_the_one_it_followed():
    def add(xml: str) -> str:
        end = xml.index("</w:p>", xml.index("按月通报支出进度")) + len("</w:p>")
        return xml[:end] + paragraph("建立支出台账。") + paragraph("每季度分析一次。") + xml[end:]

    found = lines(carried(add).content)
    at = next(number for number, line in enumerate(found) if "按月通报支出进度" in line)
    assert found[at + 1 : at + 3] == ["建立支出台账。", "每季度分析一次。"]


def test_a_paragraph_at_the_very_beginning_stays_there():
    done = carried(lambda xml: xml.replace("<w:body>", f"<w:body>{paragraph('征求意见稿')}", 1))
    assert lines(done.content)[0] == "征求意见稿"


def test_a_paragraph_without_figures_that_was_deleted_stays_away():
    done = carried(without_paragraph("审核和支付工伤保险待遇"))
    assert not any("审核和支付工伤保险待遇" in line for line in lines(done.content))
    assert "删去1处" in done.remarks[0]


def test_a_paragraph_with_figures_that_was_deleted_is_there_with_a_comment():
    done = carried(without_paragraph("本年收入合计"))
    assert "350万元" in one_that_says(done.content, "本年收入合计")
    assert "上一份报告里这一段已经删去" in comments(done.content)


def test_a_changed_figure_is_the_workbooks_and_stands_in_a_comment():
    done = carried(replaced("346.08万元，全部", "346.80万元，全部"))
    assert "350万元" in one_that_says(done.content, "全部为一般公共预算收入")
    assert "346.80万元，全部" in comments(done.content)
    assert "有1处改动涉及数字" in done.remarks[0]


def test_a_row_rewritten_from_end_to_end_is_one_edit():
    done = carried(replaced("厉行节约保障措施", "有关办法"))
    assert one_that_says(done.content, "有关办法") == "有关办法"
    assert done.remarks == ("您在上一份报告里改过的文字已带进新的报告：改动1处。",)
    assert comments(done.content) == ""


def test_each_of_the_edits_that_are_not_carried_over_is_quoted():
    def edit(xml: str) -> str:
        return without_paragraph("本年收入合计")(replaced("346.08万元。", "346.80万元。")(xml))

    told = carried(edit).remarks[-1]
    number = int(told[1 : told.index("处")])
    assert told.count("”、") + 1 == number, told
    assert "删去“" in told


def test_a_paragraph_that_was_moved_is_moved():
    def move(xml: str) -> str:
        pattern = re.compile(r"<w:p(?: [^>]*)?>(?:(?!</w:p>).)*绩效目标量化不足(?:(?!</w:p>).)*</w:p>")
        match = pattern.search(xml)
        assert match is not None
        rest = xml.replace(match[0], "", 1)
        start = max(rest.rfind(tag, 0, rest.index("年初预算编得不够细")) for tag in ("<w:p>", "<w:p "))
        return rest[:start] + match[0] + rest[start:]

    found = [line for line in lines(carried(move).content) if "量化不足" in line or "编得不够细" in line]
    assert ["量化不足" in line for line in found] == [True, False]


def test_a_comment_of_hers_stays_with_its_author():
    def comment(xml: str) -> str:
        start, end = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'
        sign = '<w:r><w:commentReference w:id="7"/></w:r>'
        return re.sub(
            r"(<w:r>(?:(?!</w:r>).)*接待、差旅(?:(?!</w:r>).)*</w:r>)", rf"{start}\1{end}{sign}", xml, count=1
        )

    text = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:comment w:id="7" w:author="王 会计" w:initials="W" w:date="2023-05-12T09:00:00Z">'
        "<w:p><w:r><w:t>请局长核定</w:t></w:r></w:p></w:comment></w:comments>"
    )
    worked_on = rewritten(MADE, comment)
    done = carry_over(NEW, with_part(worked_on, "word/comments.xml", text), FIGURES)
    assert done is not None
    said = comments(done.content)
    assert 'w:author="王 会计"' in said
    assert "请局长核定" in said
    again = carry_over(NEW, done.content, FIGURES)
    assert again is not None
    assert comments(again.content).count("请局长核定") == 1


def test_the_merged_report_is_ours_and_knows_what_it_was_made_of():
    done = carried(replaced("全部为一般公共预算收入", "全部是县级财政安排的收入"))
    assert untouched(done.content)
    assert edited(done.content)
    assert same_making(done.content, NEW)
    assert same_making(done.content, with_property(NEW, BOOK, "1"))  # older versions had no such mark
    assert not edited(NEW)


def test_changes_survive_a_second_making_and_a_third():
    first = carried(replaced("全部为一般公共预算收入", "全部是县级财政安排的收入"))
    second = carry_over(MADE, first.content, FIGURES)
    assert second is not None
    assert "346.08万元" in one_that_says(second.content, "全部是县级财政安排的收入")


def test_what_stands_in_a_comment_stays_there_when_the_report_is_made_again():
    first = carried(replaced("346.08万元，全部", "346.80万元，全部"))
    second = carry_over(MADE, first.content, FIGURES)
    assert second is not None
    assert comments(second.content).count("346.80万元，全部") == 1


def test_without_the_document_as_it_was_made_nothing_can_be_said():
    lost = rewritten(MADE, lambda _: "<gone/>", PART)
    assert carry_over(NEW, lost, FIGURES) is None


INSIDE = "<w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent>"
BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f'<mc:Choice Requires="wps">{INSIDE}</mc:Choice><mc:Fallback><w:pict>{INSIDE}</w:pict></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)
DRAWN = "<w:p><w:r><w:drawing/></w:r></w:p>"


def test_a_text_box_does_not_get_into_the_sentence_and_is_told_of():
    begin = '<w:r><w:t xml:space="preserve">2022年度本年收入合计'
    done = carried(replaced(begin, f"{BOX}{begin}"))
    assert lines(done.content) == lines(NEW)
    assert done.remarks == ("文本框没有带进新的报告，请对照改过的那份再做一次。",)


def test_words_behind_a_text_box_are_carried_over():
    inside = f"全部是县级财政安排的收入</w:t></w:r>{BOX}<w:r><w:t>，特此说明"
    done = carried(replaced("全部为一般公共预算收入", inside))
    assert "全部是县级财政安排的收入，特此说明" in one_that_says(done.content, "全部是县级财政安排的收入")


def test_a_figure_of_ones_own_is_put_in_and_pointed_out_once():
    first = carried(replaced("全部为一般公共预算收入", "全部为一般公共预算收入（上年350.63万元）"))
    assert "（上年350.63万元）" in one_that_says(first.content, "全部为一般公共预算收入")
    assert "其中1处有您自己填的数" in first.remarks[1]
    second = carry_over(MADE, first.content, FIGURES)
    assert second is not None
    assert comments(second.content).count("这里有您自己填的数") == 1


def test_changes_of_a_footer_and_pictures_are_told_of():
    worked_on = rewritten(MADE, replaced("<w:body>", f"<w:body>{DRAWN}"))
    part = next(name for name in names(worked_on) if "word/footer" in name)
    said = "<w:r><w:t>内部资料</w:t></w:r></w:p>"
    done = carry_over(NEW, rewritten(worked_on, replaced("</w:p>", said), part), FIGURES)
    assert done is not None
    told = "图片或图形、页眉、页脚或脚注的改动没有带进新的报告，请对照改过的那份再做一次。"
    assert done.remarks == (told,)


def names(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.namelist()


def test_comments_that_nobody_can_read_are_none():
    worked_on = rewritten(MADE, replaced("全部为一般公共预算收入", "全部是县级财政安排的收入"))
    done = carry_over(NEW, with_part(worked_on, "word/comments.xml", "garbage"), FIGURES)
    assert done is not None
    assert "全部是县级财政安排的收入" in "".join(lines(done.content))


def test_a_section_that_was_deleted_stays_whole_if_a_figure_is_in_it():
    def cut(xml: str) -> str:
        begin = xml.rindex("<w:p>", 0, xml.index("社会保险基金预算支出情况"))
        return xml[:begin] + xml[xml.rindex("<w:p>", 0, xml.index("部门整体支出绩效情况")) :]

    done = carried(cut)
    assert lines(done.content) == lines(NEW)
    assert comments(done.content).count("上一份报告里从这里起的3段（行）已经删去") == 1


def test_the_rows_of_a_table_of_hers_are_one_comment():
    row = "<w:tr><w:tc>{}</w:tc></w:tr>".format
    table = f"<w:tbl>{row(paragraph('甲项目'))}{row(paragraph('乙项目'))}</w:tbl>"
    done = carried(replaced("<w:body>", f"<w:body>{table}"))
    assert comments(done.content).count("<w:comment ") == 1
    assert "甲项目" in comments(done.content)
    assert "乙项目" in comments(done.content)
    assert "这里加了表格的行" in comments(done.content)
    assert "加了表格的行" in done.remarks[0]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (replaced("<w:r><w:t", "<w:r><w:rPr><w:b/></w:rPr><w:t"), "字号、粗细、颜色、对齐或分页的改动"),
        (
            lambda xml: re.sub("<w:drawing>.*?</w:drawing>", "", xml, count=1, flags=re.DOTALL),
            "删去图片或图形",
        ),
    ],
)
def test_what_is_no_text_is_told_of(change: Callable[[str], str], told: str):
    assert carried(change).remarks == (f"{told}没有带进新的报告，请对照改过的那份再做一次。",)


@pytest.mark.office
def test_libreoffice_keeps_what_the_report_was_and_changes_no_word(office: ModuleType, tmp_path: Path):
    path = tmp_path / "报告.docx"
    path.write_bytes(MADE)
    [saved] = office.to_docx([path], tmp_path / "out")
    done = carry_over(NEW, saved.read_bytes(), FIGURES)
    assert done is not None
    assert lines(done.content) == lines(NEW)
    assert done.remarks == ()


def with_part(content: bytes, name: str, text: str) -> bytes:
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, text)
    return buffer.getvalue()
