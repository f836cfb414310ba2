"""The pages that people read: pictures and links are there, commands exist, messages are real."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from jixiao.faces.cli import cli

ROOT = Path(__file__).parents[1]
MANUAL = ROOT / "docs" / "manual.zh-CN.md"
PICTURES = ROOT / "docs" / "pictures"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("samples/*.md")])
LARGEST_PICTURE = 120 * 1024
LINK = re.compile(r"\]\((?!http)([^)\s]+)\)")
BLOCK = re.compile(r"^ *```\w*\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
# as people type it; in a block alone on its line, in running text between backticks
TYPED = r"(?:py -m jixiao|jixiao|\"%LOCALAPPDATA%\\jixiao\\jixiao-excel\.cmd\") ([^`\n]+)"
IN_BLOCK, IN_TEXT = re.compile(rf"^ *{TYPED}$", re.MULTILINE), re.compile(rf"`{TYPED}`")
WORD = re.compile(r"[^\s\[\]()（）|,，、；]+")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"(`+)[^`\n](?:.*?[^`])??\1(?!`)")  # in running text
MESSAGES = "常见问题"


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_of_a_page_leads_somewhere(page: Path):
    for target in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        file, _, heading = target.partition("#")
        there = page.parent / file if file else page
        assert there.exists(), target
        assert not heading or heading in anchors(there), target


def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them: lower case, without punctuation, hyphens for blanks."""
    headings = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_pages_show_every_picture_and_none_is_large():
    said = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    shown = {target for target in LINK.findall(said) if target.endswith(".png")}
    assert shown == {f"pictures/{picture.name}" for picture in PICTURES.glob("*.png")}
    assert [picture.name for picture in PICTURES.iterdir() if picture.stat().st_size > LARGEST_PICTURE] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_command_of_a_page_exists_with_its_options(page: Path):
    for line in commands(page.read_text(encoding="utf-8")):
        command, rest = command_of(line)
        known = {option for param in command.params for option in param.opts} | {"--help"}
        used = {word for word in rest if word.startswith("--")}
        assert used <= known, line


def commands(text: str) -> Iterator[str]:
    for block in BLOCK.findall(text):
        yield from IN_BLOCK.findall(block)
    yield from IN_TEXT.findall(BLOCK.sub("", text))


def command_of(line: str) -> tuple[click.Command, list[str]]:
    """The command that a line means, and the words behind its name."""
    command: click.Command = cli
    words = WORD.findall(line)
    while isinstance(command, click.Group) and words and words[0][0] not in "-…":
        found = command.get_command(click.Context(command), words[0])
        assert found, f"no command {words[0]}"
        command, words = found, words[1:]
    return command, words


def test_the_manual_shows_every_command_that_an_accountant_needs():
    lines = list(commands(MANUAL.read_text(encoding="utf-8")))
    needed = (
        "new",
        "import",
        "framework read",
        "check",
        "run",
        "fill",
        "upload",
        "verify",
        "watch",
        "demo",
        "rules",
        "excel setup",
        "excel doctor",
    )
    assert [name for name in needed if not any(line.startswith(name) for line in lines)] == []


def test_the_messages_that_the_manual_explains_are_those_of_the_program():
    spoken = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    spoken += (ROOT / "workbook_templates" / "buttons.toml").read_text(encoding="utf-8")
    part = MANUAL.read_text(encoding="utf-8").split(f"、{MESSAGES}\n")[1].split("\n## ")[0]
    messages = HEADING.findall(part)
    assert len(messages) >= 10
    assert [piece for message in messages for piece in message.split("…") if piece not in spoken] == []
