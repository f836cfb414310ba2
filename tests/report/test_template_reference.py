"""The reference for template authors: every example gives what it says, and nothing is left out."""

import re

import pytest
from report.small import ENVIRONMENT, PHRASES, STYLE, docx, table

from jixiao.building.samples import samples
from jixiao.inspection import Inspection
from jixiao.pack.loading import data_folder
from jixiao.pipeline import inspect
from jixiao.report.language.context import context_of
from jixiao.report.language.environment import FILTERS, TESTS
from jixiao.report.rendering import Renderer
from jixiao.report.template.preparing import prepare
from jixiao.report.word.projection import projection

PAGE = (data_folder("samples").parent / "docs" / "template-reference.zh-CN.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(
    r"^### (\S+)\n\n.*?\n\n```\n(.*?)\n```\n\n结果\n\n```\n(.*?)\n```$", re.MULTILINE | re.DOTALL
)
EXAMPLES = {name: (template, said) for name, template, said in EXAMPLE.findall(PAGE)}


@pytest.fixture(scope="module")
def sample() -> Inspection:
    return inspect(next(sample.workbook for sample in samples() if sample.values.stem == "leiyang-2022"))


def blocks(template: str) -> list[str]:
    """The lines of an example as paragraphs; lines between bars are the rows of a table."""
    lines = template.splitlines()
    if not template.startswith("| "):
        return lines
    return [table(*(tuple(line[2:-2].split(" | ")) for line in lines))]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_gives_what_the_page_says(sample: Inspection, name: str) -> None:
    template, said = EXAMPLES[name]
    assert sample.scorecard is not None
    context = context_of(sample.record, sample.scorecard, sample.pack, STYLE, draft=sample.draft)
    prepared = prepare(docx(*blocks(template)), name, ENVIRONMENT)
    lines = projection(Renderer(ENVIRONMENT, PHRASES).render(prepared, context, name)).splitlines()
    assert "\n".join(line for line in lines if not line.startswith("[")) == said


def test_every_example_is_found() -> None:
    assert list(EXAMPLES) == re.findall(r"^### (\S+)$", PAGE, re.MULTILINE)


def test_every_phrase_has_its_example() -> None:
    flags = [getattr(STYLE.flags, field) for field in STYLE.flags.__struct_fields__]
    names = [*STYLE.filters.values(), *STYLE.functions.values(), *STYLE.tests.values(), *flags]
    assert [name for name in names if name not in EXAMPLES] == []


def test_every_english_name_that_a_template_may_use_is_listed() -> None:
    assert [name for name in (*FILTERS, *TESTS) if f"`{name}`" not in PAGE] == []


def test_every_name_of_the_scorecard_occurs_in_an_example() -> None:
    names = {getattr(STYLE.scorecard, field) for field in STYLE.scorecard.__struct_fields__}
    templates = "".join(template for template, _ in EXAMPLES.values())
    assert [name for name in names if name not in templates] == []
