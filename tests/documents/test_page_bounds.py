"""Pages that a parser would take minutes for, or of which it would leave out the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.documents.page_bounds import MANY, refuse_crowded_tags
from jixiao.documents.reading import read_document
from jixiao.model.errors import UnusableInput


def named(count: int, value: str = "") -> str:
    return " ".join(f"a{number}{value}" for number in range(count))


def page(folder: Path, body: str) -> Path:
    file = folder / "a.html"
    file.write_text(f"<html><body>{body}</body></html>", "utf-8")
    return file


@pytest.mark.parametrize("value", ["", "=1", '=">"', "='<p>'", ' = "x"', '=b="'])
def test_a_tag_of_attributes_without_end_is_refused_unread(tmp_path: Path, value: str):
    with pytest.raises(UnusableInput, match="属性"):
        read_document(page(tmp_path, f"<p {named(20_001, value)}>收入1万元</p>"))


def test_many_tags_with_too_many_attributes_are_refused():
    with pytest.raises(UnusableInput, match="属性"):
        refuse_crowded_tags(f"<p {named(5000)}>" * 17, "a.html")


@pytest.mark.parametrize(
    "body",
    [
        f"<p {named(MANY)}>收入</p>" * 500,
        f"<p data='{named(90_000)}'>收入</p>",
        f"收入 <b {named(9_000)} > 支出",
        "<td a=1 b=2 c=3>" * 90_000,
    ],
)
def test_what_a_page_may_hold_passes(body: str):
    refuse_crowded_tags(body, "a.html")


def test_what_lies_too_deep_is_not_left_out_in_silence(tmp_path: Path):
    def nested(depth: int) -> str:
        return f"<p>收入1万元</p>{'<div>' * depth}<p>支出2万元</p>{'</div>' * depth}"

    def texts(body: str) -> list[str]:
        return [block.text for block in read_document(page(tmp_path, body)).blocks]

    with pytest.raises(UnusableInput, match="嵌套太深"):
        read_document(page(tmp_path, nested(255)))
    assert texts(nested(250)) == ["收入1万元", "支出2万元"]
