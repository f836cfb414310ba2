"""jixiao template: lint and terms, for people and for scripts."""

import json
from pathlib import Path

import pytest
from commands import Done, called
from report.lint_cases import SHIPPED, changed, saying
from report.small import docx

from jixiao.faces.reference.template_terms import reference_of
from jixiao.pack.loading import load_pack


def jixiao(*arguments: object) -> Done:
    return called("template", *arguments)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "模板.docx"
    path.write_bytes(changed("{{ 填报.日期|日期 }}", saying("共{{ 收人.合计 }}万元"))[0])
    return path


def test_a_clean_template_leaves_with_0_and_notes(tmp_path: Path) -> None:
    path = tmp_path / "模板.docx"
    path.write_bytes(SHIPPED)
    done = jixiao("lint", path)
    assert done.returncode == 0
    assert "共发现问题 0 个" in done.stdout
    assert "[提示] 指标自评：模板没有打印" in done.stdout
    assert len(done.stdout.splitlines()) < 20


def test_troubles_leave_with_1_and_say_where_and_how(broken: Path) -> None:
    done = jixiao("lint", broken)
    assert done.returncode == 1
    assert "没有“收人.合计”这个名称，是不是“收入.合计”？" in done.stdout
    assert "原文：共{{ 收人.合计 }}万元" in done.stdout


def test_the_json_names_part_paragraph_tag_and_kind(broken: Path) -> None:
    document = json.loads(jixiao("lint", broken, "--json").stdout)
    (trouble,) = document["troubles"]
    assert trouble["kind"] == "unknown-term"
    assert trouble["part"] == "word/document.xml"
    assert trouble["tag"] == "{{ 收人.合计 }}"
    assert trouble["paragraph"] > 100
    assert document["unprinted"][0]["sheet"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "找不到报告模板"),
        (b"", "不是 Word 文档"),
        (docx("甲", more={"a.bin/vbaProject.bin": ""}), "带有宏"),
    ],
)
def test_what_cannot_be_read_leaves_with_2_and_one_sentence(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "模板.docx"
    if content is not None:
        path.write_bytes(content)
    done = jixiao("lint", path)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_a_pack_without_reports_says_so(broken: Path) -> None:
    for arguments in (("lint", broken), ("terms",)):
        done = jixiao(*arguments, "--pack", "department-final-accounts")
        assert done.returncode == 2
        assert "不生成报告" in done.stderr


def test_terms_lists_every_term_with_its_cell_and_an_example() -> None:
    lines = jixiao("terms").stdout.splitlines()
    assert "  单位.名称　单位全称　B3　文字，填写　例：耒阳市工伤保险服务中心" in lines
    assert any(line.startswith("  社保基金.收入项目　表：项目、金额") for line in lines)
    assert any(line.startswith("  评分表.总分　") for line in lines)


def test_terms_that_nothing_speaks_of_are_told() -> None:
    done = jixiao("terms", "没有的词")
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有提到“没有的词”的名称和写法" in done.stderr


def test_terms_in_json_cover_the_vocabulary_with_units_and_examples() -> None:
    pack = load_pack()
    terms = {term["name"]: term for term in json.loads(jixiao("terms", "--json").stdout)["terms"]}
    assert terms.keys() == pack.vocabulary.keys()
    assert terms["收入.合计"]["unit"] == "万元"
    assert terms["收入.合计"]["example"] == "346.08"
    assert terms["社保基金.收入项目.项目"]["example"]
    assert sum(bool(term["example"]) for term in terms.values()) > len(terms) / 2


def test_every_phrase_is_described() -> None:
    reference = reference_of(load_pack())
    phrases = (*reference.filters, *reference.functions, *reference.tests)
    assert [phrase.name for phrase in phrases if not phrase.about] == []
    assert all(not phrase.about.isascii() for phrase in phrases)
