"""Lint and a run agree: whatever is done to the shipped template, either both complain or neither does."""

import random

import pytest
from report.filled import PACK, record, scorecard
from report.lint_cases import changed, checked, removed, saying
from report.small import ENVIRONMENT, PHRASES, STYLE
from report.sound import faults
from report.template.test_template import everything
from volume import volume

from jixiao.report.language.context import context_of
from jixiao.report.rendering import Renderer
from jixiao.report.template.paragraphs import TemplateParagraph
from jixiao.report.template.preparing import prepare
from jixiao.report.word.errors import TemplateError

CONTEXT = context_of(record(everything()), scorecard(), PACK, STYLE, draft=True)
STARTS = (
    "{%p if 草稿",
    "{%p for 段",
    "{% set 上级",
    "{%p else",
    "{%p endif",
    "{%tr for 行",
    "{{ 填报.日期",
)
PIECES = (
    "{{",
    "}}",
    "{%",
    "%}",
    "{",
    " ",
    "“",
    "（",
    "|",
    ".",
    "…",
    "%p",
    "endfor",
    "{% endif %}",
    "{# ",
    "-",
)


def slip(chance: random.Random, paragraph: TemplateParagraph) -> None:
    """What happens to a tag under the hands of somebody who edits the text around it."""
    text = paragraph.text
    place = chance.choice([position for position, sign in enumerate(text) if sign in "{}%|. "])
    what = chance.randrange(5)
    if what == 0:
        removed(paragraph)
    elif what < 3:
        saying(text[:place] + text[place + chance.randint(1, 3) :])(paragraph)
    else:
        saying(text[:place] + chance.choice(PIECES) + text[place:])(paragraph)


def rendered(template: bytes) -> bytes | None:
    try:
        return Renderer(ENVIRONMENT, PHRASES).render(prepare(template, "试.docx", ENVIRONMENT), CONTEXT, "试")
    except TemplateError:
        return None


@pytest.mark.volume
@pytest.mark.parametrize("seed", range(volume(16, 8)))
def test_lint_complains_if_and_only_if_a_run_would(seed: int) -> None:
    chance = random.Random(seed)
    template, _ = changed(chance.choice(STARTS), lambda paragraph: slip(chance, paragraph))
    report = rendered(template)
    assert bool(checked(template).troubles) == (report is None)
    assert report is None or faults(report) == []
