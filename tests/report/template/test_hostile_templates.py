"""A template that would fill time or memory, or that leads out of the file, ends with a clear sentence."""

import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from report.small import ENVIRONMENT, NAMESPACE, docx, filled, table

from jixiao.report.template import opening
from jixiao.report.template.opening import open_template, read_template
from jixiao.report.template.preparing import prepare
from jixiao.report.word.errors import TemplateError

ROWS = [{"编码": "208", "名称": "甲" * 30000, "金额": "1"}] * 100
ENTRIES = {"功能分类": ROWS, "单位.名称": "名" * 30000}


def loops(depth: int, body: str) -> str:
    begins = "".join(f"{{% for 行{level} in 功能分类 %}}" for level in range(depth))
    return begins + body + "{% endfor %}" * depth


BOMBS = {
    "six loops": (loops(6, "x"), "循环套得太多"),
    "six empty loops": (loops(6, ""), "循环套得太多"),
    "thirteen loops": (loops(13, "x"), "套了超过 12 层"),
    "long names ten thousand times": (loops(2, "{{ 行1.名称 }}"), "生成的内容太长"),
    "phrases in loops": (loops(2, '{{ 功能分类|位数("编码", 3)|个数 }}'), "循环套得太多"),
    "loops over text": ("{% for 字 in 单位.名称 %}x{% endfor %}", "不是表"),
    "text doubled": ("{% set 甲 = 单位.名称 %}" + "{% set 甲 = 甲 + 甲 %}" * 40, "太长"),
    "table doubled": ("{% set 甲 = 功能分类 %}" + "{% set 甲 = 甲 + 甲 %}" * 40, "运算符“+”"),
    "separators that grow": (
        "{% set 甲 = '、' %}" + "{% set 甲 = 功能分类|列举('名称', '', 甲) %}" * 9,
        "文字太长",
    ),
    "texts kept": (
        "".join(f"{{% set 甲{n} = 功能分类|列举('名称') %}}" for n in range(500)),
        "循环套得太多",
    ),
    "numbers squared": ("{% set 甲 = 9999999999 %}" + "{% set 甲 = 甲 * 甲 %}" * 40, "运算符“*”"),
    "charts of many columns": (
        "{% for 行 in 功能分类 %}"
        + "{% set 甲 = 图表('题', 功能分类, '名称'"
        + ", '金额'" * 80
        + ") %}"
        + "{% endfor %}",
        "图表里的数太多",
    ),
    "brackets": ("{{ " + "(" * 900 + "1" + ")" * 900 + " }}", "标记太复杂"),
    "signs": ("{{ " + "-" * 1900 + "1 }}", "标记太复杂"),
    "dots": ("{{ 支出" + ".甲" * 900 + " }}", "标记太复杂"),
    "five thousand digits": ("{{ " + "9" * 5000 + " }}", "超过 2000 个字符"),
    "braces without end": ("{{" * 100_000, "标记超过 5000 个"),
    "comments without end": ("{#" * 9_000, "“{#”没有结束"),
    "braces and blanks": ("{ " * 9_000 + "{", ""),
    "an endless paragraph": ("甲" * 20_000 + "{{ 支出.合计 }}", "超过 20000 个字"),
    "a number beyond all": ("{{ 1e999 }}", "数太大或太小"),
    "one next to nothing": ("{{ 1e-999 + 1e-300 }}", "数太大或太小"),
    "a product beyond all": ("{{ 1e30" + " * 1e30" * 11 + " }}", "数太大"),
    "a quotient beyond all": ("{{ 1e30" + " / 1e-30" * 11 + " }}", "数太大"),
    "six thousand tags": ("{{ 支出.合计 }}" * 6000, "标记超过 5000 个"),
}


def test_thousands_of_tables_inside_a_table_are_merged_in_bounded_time() -> None:
    inner = table(("{{ 行.编码|合并 }}",))
    cell = f"<w:tc>{inner}<w:p/></w:tc>"
    rows = "<w:tr>{}</w:tr>"
    begin, end = (
        rows.format(f"<w:tc><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:tc>")
        for said in ("{%tr for 行 in 功能分类 %}", "{%tr endfor %}")
    )
    outer = f"<w:tbl>{begin}{rows.format(cell)}{end}</w:tbl>"
    started = time.perf_counter()
    filled(outer, entries={"功能分类": [{"编码": "208", "名称": "甲"}] * 4000})
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_bounded_time(name: str) -> None:
    template, said = BOMBS[name]
    started = time.perf_counter()
    with pytest.raises(TemplateError) as caught:
        filled(template, entries=ENTRIES)
    assert said in str(caught.value)
    assert time.perf_counter() - started < 10


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on memory")
def test_no_bomb_needs_more_than_half_a_gigabyte() -> None:
    source = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29))
from report.template.test_hostile_templates import *
for template, said in BOMBS.values():
    try:
        filled(template, entries=ENTRIES)
    except TemplateError as error:
        assert said in str(error), error
"""
    path = [str(Path(__file__).parents[2]), *filter(None, sys.path)]
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {path!r}\n{source}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-600:]


def test_a_report_of_ordinary_length_stays_far_below_the_limits() -> None:
    rows = [{"编码": "208", "名称": "甲" * 20, "金额": "1"}] * 300
    assert filled(loops(2, "{{ 行1.编码 }}"), entries={"功能分类": rows}).count("208") == 90000


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LOL}]>'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def leading_to(target: str, kind: str) -> bytes:
    relation = f'<Relationship Id="x1" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    part = f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>'
    return docx("甲", more={"word/_rels/document.xml.rels": part})


BOMBED = {"[Content_Types].xml": b"", "_rels/.rels": b"", "word/document.xml": b"\0" * 2**20}
# large ones are made when they are tried, not by everybody who collects tests
REFUSED: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "fifty megabytes": (lambda: b"PK" + bytes(50 * 2**20), "超过 30 MB"),
    "a zip bomb": (lambda: zipped(**{name: content * 100 for name, content in BOMBED.items()}), "解压后过大"),
    "entities in text": (docx("甲", more={"word/styles.xml": f"{BOMB}<x>&l11;</x>"}), ""),
    "entities in an attribute": (docx("甲", more={"word/styles.xml": f'{BOMB}<x a="&l11;"/>'}), ""),
    "an entity from a file": (
        docx(
            "甲", more={"word/styles.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'}
        ),
        "DOCTYPE",
    ),
    "a thousand elements deep": (docx("甲", more={"word/a.xml": "<x>" * 1000 + "</x>" * 1000}), "损坏"),
    "a linked picture": (leading_to("http://example.invalid/a.png", "image"), "链接了外部文件"),
    "a linked object": (leading_to("file:///c:/a.xlsx", "oleObject"), "链接了外部文件"),
    "a link to a program": (leading_to("file:///c:/a.exe", "hyperlink"), "链接了外部文件"),
    "macros": (docx("甲", more={"word/vbaProject.bin": "x"}), "带有宏"),
    "a path out of the file": (docx("甲", more={"../a.xml": "<x/>"}), "内部路径不正常"),
    "no content types": (zipped(**{"word/document.xml": b"<x/>"}), "缺少"),
    "another root": (docx("甲", more={"word/document.xml": "<x/>"}), "另存为"),
    "a field that runs a program": (
        docx("<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText></w:r></w:p>"),
        "DDEAUTO",
    ),
    "the same in two runs": (
        docx(
            "<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c</w:instrText></w:r></w:p>"
        ),
        "DDEAUTO",
    ),
}


def related(kind: str, target: str, of: str = "word/_rels/document.xml.rels") -> str:
    relation = f'<Relationship Id="x1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>'


def field(*instruction: str) -> bytes:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in instruction)
    return docx(f"<w:p>{begin}{runs}{end}</w:p>")


LINKS = "word/_rels/document.xml.rels"
REFUSED |= {
    "a million blank paragraphs": (lambda: docx("<w:p/>" * 60_000), "段落或标记太多"),
    "a million runs": (lambda: docx(f"<w:p>{'<w:r/>' * 700_000}</w:p>"), "段落或标记太多"),
    "a database": (field("DATABASE \\d c:\\a.mdb"), "DATABASE"),
    "an instruction in three runs": (field("INCLU", "DETE", "XT c:\\a"), "INCLUDETEXT"),
    "a link to a folder": (field('HYPERLINK "file:///c:/a.exe"'), "链接了外部文件"),
    "an object": (docx("甲", more={LINKS: related("oleObject", "o.bin"), "word/o.bin": "x"}), "OLE"),
    "a control": (docx("甲", more={LINKS: related("control", "a.xml"), "word/a.xml": "<x/>"}), "ActiveX"),
    "a part of a page": (
        docx("甲", more={LINKS: related("aFChunk", "a.txt"), "word/a.txt": "x"}),
        "altChunk",
    ),
    "macros under another name": (
        docx("甲", more={LINKS: related("vbaProject", "a.png"), "word/a.png": "x"}),
        "带有宏",
    ),
    "a header under another name": (
        docx("甲", more={LINKS: related("header", "header1.bin"), "word/header1.bin": "<x/>"}),
        "名称不合常规",
    ),
    "another main part": (
        docx("甲", more={"_rels/.rels": related("officeDocument", "word/b.xml"), "word/b.xml": "<x/>"}),
        "名称不合常规",
    ),
    "a field in a part with another ending": (
        docx("甲", more={"word/a.bin": f'<w:p {NAMESPACE}><w:fldSimple w:instr="DDE a"/></w:p>'}),
        "DDE",
    ),
    "a drive": (docx("甲", more={"C:/a.xml": "<x/>"}), "内部路径不正常"),
    "a path of Windows": (docx("甲", more={"word\\..\\a.xml": "<x/>"}), "内部路径不正常"),
}


REFUSED |= {
    f"{part} that is no markup": (docx("甲", more={part: "甲 {{ 支出.合计 }}"}), "损坏")
    for part in ("docProps/core.xml", "docProps/app.xml", "word/header7.xml", "word/styles.xml", LINKS)
} | {
    "an empty part": (docx("甲", more={"word/footnotes.xml": ""}), "损坏"),
    "another encoding": (
        docx("甲", more={"word/a.xml": '<?xml version="1.0" encoding="UTF-7"?><x/>'}),
        "损坏",
    ),
    "a million paragraphs behind blanks": (
        lambda: docx("甲", more={"word/header7.xml": f"{' ' * 99}<x>{'<p/>' * 60_000}</x>"}),
        "段落或标记太多",
    ),
    "a field in UTF-16": (
        docx(
            "甲",
            more={
                "word/header7.xml": f'<w:p {NAMESPACE}><w:fldSimple w:instr="DDE a"/></w:p>'.encode("utf-16")
            },
        ),
        "DDE",
    ),
    "a million paragraphs in UTF-16": (
        lambda: docx("甲", more={"word/header7.xml": f"<x>{'<p/>' * 60_000}</x>".encode("utf-16")}),
        "段落或标记太多",
    ),
}


@pytest.mark.parametrize(
    ("cell", "instruction", "said"),
    [
        ("INCLUDETEXT", "{{ 单位.名称 }} c:\\a.docx", "INCLUDETEXT"),
        ("HYPERLINK", "{{ 单位.名称 }} {{ 单位.简称 }}", "链接了外部文件“file:///c:/a.exe”"),
        ("TEXT", "INCLUDE{{ 单位.名称 }} a", "INCLUDE"),
        ("", "{% if false %}QUOTE {% endif %}DDEAUTO a", "DDEAUTO"),
    ],
)
def test_an_instruction_that_a_tag_or_a_cell_makes_is_refused(cell: str, instruction: str, said: str) -> None:
    field = f'<w:p><w:fldSimple w:instr="{instruction}"/></w:p>'
    with pytest.raises(TemplateError) as caught:
        filled(field, entries={"单位.名称": cell, "单位.简称": "file:///c:/a.exe"})
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "instruction", ["PAGE", "= 1 + 1", 'HYPERLINK "https://www.gov.cn"', 'HYPERLINK \\l "甲"', "PRINTDATE"]
)
def test_an_ordinary_field_is_kept(instruction: str) -> None:
    prepare(field(instruction), "试.docx", ENVIRONMENT)


def test_a_picture_may_be_markup_with_a_doctype() -> None:
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    types += '<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
    more = {"[Content_Types].xml": types, "word/media/a.svg": "<!DOCTYPE svg><svg/>"}
    assert "word/media/a.svg" in open_template(docx("甲", more=more), "试.docx").members


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_the_template_below_is_forgotten_however_it_is_written(prefix: str) -> None:
    space = f"xmlns{':x' if prefix else ''}='{RELATIONS}'"
    told = f"<{prefix}Relationship TargetMode='External' Target='a.dotm' Id='r1' "
    told += f"Type='{OFFICE}/attachedTemplate'/>"
    part = "word/_rels/settings.xml.rels"
    more = {part: f"<{prefix}Relationships {space}>{told}</{prefix}Relationships>"}
    assert b"a.dotm" not in open_template(docx("甲", more=more), "试.docx").members[part]


@pytest.mark.parametrize(
    "written",
    [
        lambda part: part.encode("utf-16"),
        lambda part: part.encode("utf-16-le"),
        lambda part: f'<?xml version="1.0" encoding="utf-16"?>{part}'.encode("utf-16"),
        lambda part: part.replace("attachedT", "attached&#84;").encode(),
        lambda part: f"\t\r\n{part}".encode(),
    ],
)
def test_the_template_below_is_forgotten_in_whatever_signs_it_is_written(
    written: Callable[[str], bytes],
) -> None:
    part = "word/_rels/settings.xml.rels"
    told = leading_to("file:///c:/a.dotm", "attachedTemplate")
    with zipfile.ZipFile(io.BytesIO(told)) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    opened = open_template(docx("甲", more={part: written(relations)}), "试.docx")
    assert (b"a.dotm" in opened.members[part], "a.dotm" in opened.cut) == (False, True)


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_may_do_harm_is_refused(name: str) -> None:
    content, said = REFUSED[name]
    with pytest.raises(TemplateError) as caught:
        prepare(content() if callable(content) else content, "试.docx", ENVIRONMENT)
    assert said in str(caught.value)


def test_an_ordinary_link_is_kept() -> None:
    part = "word/_rels/document.xml.rels"
    assert (
        b"https://www.gov.cn"
        in open_template(leading_to("https://www.gov.cn", "hyperlink"), "试.docx").members[part]
    )


def test_the_template_on_which_word_based_the_document_is_forgotten() -> None:
    part = "word/_rels/settings.xml.rels"
    target = 'Target="file:///c:/a.dotx" TargetMode="External"'
    relation = f'<Relationship Id="r1" Type="{OFFICE}/attachedTemplate" {target}/>'
    settings = f'<w:settings {NAMESPACE} xmlns:r="{OFFICE}"><w:attachedTemplate r:id="r1"/></w:settings>'
    more = {
        part: f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>',
        "word/settings.xml": settings,
    }
    members, cut = open_template(docx("甲", more=more), "试.docx")
    assert b"attachedTemplate" not in members[part] + members["word/settings.xml"]
    assert cut == "模板“试.docx”依据的另一个模板“a.dotx”没有带走，内容不受影响。"
    assert prepare(docx("甲", more=more), "试.docx", ENVIRONMENT).cut == cut
    assert open_template(docx("甲"), "试.docx").cut == ""


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TemplateError, match="找不到报告模板"):
        read_template(tmp_path / "没有.docx")
    with pytest.raises(TemplateError, match="是文件夹"):
        read_template(tmp_path)
    monkeypatch.setattr(opening, "MAX_FILE", 10)
    (tmp_path / "大.docx").write_bytes(bytes(11))
    with pytest.raises(TemplateError, match="不予读取"):
        read_template(tmp_path / "大.docx")


def test_a_loop_that_tears_a_table_apart_is_told_before_anything_is_written() -> None:
    cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    with pytest.raises(TemplateError, match="不在同一层"):
        filled("{% if 草稿 %}", cell)
