"""What a report says of its origin, and what it says that was typed."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pytest
from msgspec.structs import replace
from report.filled import PACK, record
from report.pages import only

import jixiao
from jixiao.model.fact import Record
from jixiao.report.proof.provenance import entered_hash, provenance
from jixiao.report.word.properties import CUSTOM, custom_part, properties_of

ENTRIES = {
    "单位.名称": "甲",
    "支出.合计": "346.08",
    "实有数.合计": "31",
    "功能分类": [{"编码": "208", "金额": "5"}],
}


def hashed(**changed: object) -> str:
    return entered_hash(
        record({**ENTRIES, **{name.replace("_", "."): value for name, value in changed.items()}}), PACK
    )


def of_term(term: str, **changed: object) -> str:
    base = record(ENTRIES)
    return entered_hash(
        Record({**base.fields, term: replace(base.fields[term], **changed)}, base.groups), PACK
    )


def test_the_hash_is_over_terms_and_values_in_the_order_of_the_form():
    lines = "\n".join(
        [
            "单位.名称\t'甲'",
            "实有数.合计\t31",
            "支出.合计\t3460800",
            "功能分类",
            "功能分类.编码\t'208'",
            "功能分类.金额\t50000",
        ]
    )
    assert hashed() == hashlib.sha256(lines.encode()).hexdigest()


@pytest.mark.parametrize(
    "changed",
    [
        {"单位_名称": "乙"},
        {"支出_合计": "346.09"},
        {"实有数_合计": None},
        {"功能分类": []},
        {"功能分类": [{"编码": "208", "金额": "5"}, {}]},
        {"功能分类": [{"编码": "208", "金额": "6"}]},
    ],
)
def test_whatever_is_typed_changes_the_hash(changed: dict[str, object]):
    assert hashed(**changed) != hashed()


def test_how_a_number_is_written_does_not():
    assert hashed(支出_合计="346.0800") == hashed()
    assert of_term("支出.合计", value=Decimal("3.4608E+6")) == hashed()


def test_computed_cells_do_not_count():
    assert hashed(执行率_年初预算="1.07") == hashed()


def test_what_cannot_be_read_counts_as_it_was_typed():
    assert of_term("支出.合计", value=None, typed="约五万") != of_term("支出.合计", value=None, typed="")
    assert of_term("支出.合计", value=None, typed="约五万") != of_term(
        "支出.合计", value=None, typed="约六万"
    )
    assert (
        of_term("单位.名称", value="\ud800") != hashed()
    )  # half a character, which no file but Excel's memory has


def test_a_report_says_where_it_comes_from():
    facts = record(ENTRIES)
    assert provenance(facts, PACK, "共性指标体系", "report.docx") == {
        "jixiao.workbook.sha256": entered_hash(facts, PACK),
        "jixiao.pack": "department-overall",
        "jixiao.pack.version": PACK.form.version,
        "jixiao.framework": "共性指标体系",
        "jixiao.template": "report.docx",
        "jixiao.version": jixiao.__version__,
    }


def test_half_a_character_can_be_hashed_too():
    assert hashed(单位_名称="\ud83d") != hashed(单位_名称="\ud83e")


def test_an_element_without_name_says_nothing():
    broken = custom_part({"jixiao.pack": "甲"}).decode().replace("</Properties>", "<property/></Properties>")
    assert properties_of(only("甲", more={CUSTOM: broken})) == {"jixiao.pack": "甲"}


def test_a_value_in_pieces_is_put_together():
    pieces = custom_part({"jixiao.pack": "甲乙"}).decode().replace("甲乙", "甲<b>乙</b>丙")
    assert properties_of(only("甲", more={CUSTOM: pieces})) == {"jixiao.pack": "甲乙丙"}


def test_what_a_report_says_is_read_back():
    said = {"jixiao.pack": "甲&<乙>", "other": "x", "jixiao.version": ""}
    content = only("甲", more={CUSTOM: custom_part(said).decode()})
    assert properties_of(content) == {"jixiao.pack": "甲&<乙>", "jixiao.version": ""}


@pytest.mark.parametrize("content", [b"", b"PK", only("甲"), only("甲", more={CUSTOM: "<broken"})])
def test_a_file_that_says_nothing_says_nothing(content: bytes):
    assert properties_of(content) == {}
