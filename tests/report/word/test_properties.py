"""Custom properties: what a template has of its own stays beside what a report says about itself."""

import io
import zipfile

from report.filled import record, scorecard
from report.small import ENVIRONMENT, PACK, PHRASES, STYLE, docx

from jixiao.report.language.context import context_of
from jixiao.report.rendering import Renderer
from jixiao.report.template.preparing import prepare
from jixiao.report.word.properties import (
    BOOK,
    CUSTOM,
    HASH,
    custom_part,
    properties_of,
    untouched,
    with_property,
)
from jixiao.report.word.wordml import parse

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


def own(number: int, name: str, value: str) -> str:
    about = f'fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}"'
    return f"<p:property {about}>{value}</p:property>"


OWN = (
    f'<p:Properties xmlns:p="{OFFICE}/custom-properties" xmlns:v="{OFFICE}/docPropsVTypes">'
    + own(7, "密级", "<v:lpwstr>内部&amp;</v:lpwstr>")
    + own(8, "份数", "<v:i4>3</v:i4>")
    + own(9, "jixiao.made.sha256", "<v:lpwstr>x</v:lpwstr>")
    + "</p:Properties>"
)


def properties(part: bytes) -> list[tuple[str, str, str]]:
    return [(each.get("pid"), each.get("name"), "".join(each.itertext())) for each in parse(part)]


def test_properties_of_a_template_stay_in_the_report() -> None:
    template = prepare(docx("甲", more={CUSTOM: OWN}), "试.docx", ENVIRONMENT)
    context = context_of(record({}), scorecard(), PACK, STYLE, draft=False)
    report = Renderer(ENVIRONMENT, PHRASES).render(template, context, "试.docx")
    assert untouched(report)
    with zipfile.ZipFile(io.BytesIO(with_property(report, BOOK, "1"))) as archive:
        found = properties(archive.read(CUSTOM))
    assert found[:2] == [("2", "密级", "内部&"), ("3", "份数", "3")]
    assert [(number, name) for number, name, _ in found[2:]] == [("4", HASH), ("5", BOOK)]
    assert properties_of(report).keys() == {HASH}


def test_a_part_that_is_broken_or_empty_adds_nothing() -> None:
    for part in (b"", b"<broken", b"<x/>"):
        assert properties(custom_part({"jixiao.a": "<1>"}, part)) == [("2", "jixiao.a", "<1>")]
