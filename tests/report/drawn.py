"""Reports with charts, opened: what their charts show, and the template with something in them changed."""

import io
import re
import zipfile
from collections.abc import Mapping
from decimal import Decimal

import msgspec
from lxml import etree
from report.filled import PACK, THE_2022_REPORT, Row, record, scorecard
from report.small import ENVIRONMENT, PHRASES, STYLE

from jixiao.model.fact import Kind
from jixiao.model.finding import Finding
from jixiao.report.language.chart_data import Series
from jixiao.report.language.context import context_of
from jixiao.report.language.environment import make_environment
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.values import Figure
from jixiao.report.proof.read_back import ReadBack
from jixiao.report.rendering import Renderer
from jixiao.report.template.preparing import prepare
from jixiao.report.word.wordml import CHART

TEMPLATE = (PACK.reports / "report.docx").read_bytes()
PART = re.compile(r"word/charts/[^/]+\.xml")

Drawn = dict[str, tuple[list[str], dict[str, list[str]]]]  # title -> names, series


def parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(element: etree._Element | None) -> list[str]:
    return [] if element is None else [value.text or "" for value in element.iter(f"{{{CHART}}}v")]


def charts(document: bytes) -> Drawn:
    """What the charts of a document show."""
    found: Drawn = {}
    for name, content in parts(document).items():
        if PART.fullmatch(name):
            root = etree.fromstring(content)
            title = "".join(text for text in root.find(f".//{{{CHART}}}title").itertext())
            series = list(root.iter(f"{{{CHART}}}ser"))
            names = texts(series[0].find(f"{{{CHART}}}cat"))
            values = {
                texts(one.find(f"{{{CHART}}}tx"))[0]: texts(one.find(f"{{{CHART}}}val")) for one in series
            }
            found[title.strip()] = (names, values)
    return found


def series_of(name: str, *numbers: int) -> Series:
    return Series(name, tuple(Figure(Decimal(number), Kind.NUMBER, PHRASES.numerals) for number in numbers))


def with_alternative_text(old: str, new: str) -> bytes:
    """The template with another tag in a chart's alternative text."""
    changed = parts(TEMPLATE)
    document = changed["word/document.xml"].decode()
    assert document.count(old) == 1
    changed["word/document.xml"] = document.replace(old, new).encode()
    return zipped(changed)


def zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def rendered(template: bytes, entries: Row = THE_2022_REPORT, **style: object) -> bytes:
    chosen = msgspec.structs.replace(STYLE, **style)
    phrases = Phrases(chosen, PHRASES.numerals)
    environment = make_environment(phrases)
    context = context_of(record(entries), scorecard(), PACK, chosen, draft=False)
    return Renderer(environment, phrases).render(
        prepare(template, "试.docx", environment), context, "试.docx"
    )


def read_back(template: bytes, entries: Row = THE_2022_REPORT) -> tuple[Finding, ...]:
    """What is found in the report of a template when its file is read again."""
    facts = record(entries)
    context = context_of(facts, scorecard(), PACK, STYLE, draft=False)
    ready = prepare(template, "试.docx", ENVIRONMENT)
    done = Renderer(ENVIRONMENT, PHRASES).rendered(ready, context, "试.docx")
    return ReadBack.of(STYLE, PHRASES.numerals, facts).findings(done.content, done.printed)
