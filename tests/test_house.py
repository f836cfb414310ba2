"""Rules of the house that no linter knows."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jixiao.pack.loading import load_pack, pack_names

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
COMMANDS = re.compile(r"^make \w+$", re.MULTILINE)


def test_no_term_of_the_vocabulary_stands_in_code():
    terms = {term for name in pack_names() for term in load_pack(name).vocabulary if "." in term}
    found = [(path.name, term) for path in SOURCES for term in terms if term in _code(path)]
    assert found == []


@cache
def _code(path: Path) -> str:
    """The module without docstrings, comments and examples for the docs, which may name a term."""
    text = re.sub(r'"""(.|\n)*?"""', "", path.read_text(encoding="utf-8"))
    text = re.sub(r"^ +example=.*", "", text, flags=re.MULTILINE)
    return re.sub(r"#.*", "", text)


def test_all_that_the_commands_print_goes_one_way():
    """Where what a terminal obeys is made visible: names and cells of others may hold anything."""
    assert [path.name for path in SOURCES if "click.echo" in _code(path)] == ["common.py"]


def test_no_weight_and_no_standard_of_an_indicator_stands_in_code():
    framework = load_pack().framework(load_pack().form.framework)
    phrases = [indicator.standard for indicator in framework.indicators] + [framework.name]
    assert not [
        phrase for phrase in phrases for path in SOURCES if phrase in path.read_text(encoding="utf-8")
    ]


def test_no_sentence_of_the_report_stands_in_code():
    template = (ROOT / "report_templates/department-overall/report.txt").read_text(encoding="utf-8")
    pieces = set(re.findall(r"[\u4e00-\u9fff]{8,}", template))
    assert len(pieces) > 20
    assert not [(piece, path.name) for path in SOURCES for piece in pieces if piece in _code(path)]


def test_both_readmes_show_the_same_two_commands():
    english, chinese = (
        (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")
    )
    assert COMMANDS.findall(english) == COMMANDS.findall(chinese) == ["make demo", "make test"]
