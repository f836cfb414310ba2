"""The functions as tables of the documentation, written between two marks of a page.

python -m jixiao.relation.functions.listing CONTRIBUTING.md docs/own-rules.zh-CN.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.functions.function import Function

BEGIN, END = "<!-- functions -->\n", "<!-- end of functions -->"


def listed(page: str, in_chinese: bool) -> str:
    """The page with the table as the records have it. Raises ValueError if a mark is missing."""
    before, rest = page[: page.index(BEGIN)], page[page.index(BEGIN) + len(BEGIN) :]
    lines = _for_accountants() if in_chinese else _for_engineers()
    table = "".join(f"{line}\n" for line in lines)
    return f"{before}{BEGIN}{table}{rest[rest.index(END) :]}"


def write_list(page: Path) -> Path:
    """Bring the table of a page up to date; pages for accountants have zh-CN in their names."""
    text = listed(page.read_text(encoding="utf-8"), in_chinese="zh-CN" in page.name)
    page.write_text(text, encoding="utf-8", newline="\n")
    return page


def _for_accountants() -> Iterator[str]:
    yield from ("| 例 | 得到 | 说明 |", "| --- | --- | --- |")
    for function in FUNCTIONS.values():
        yield f"| `{function.example}` | {function.gives.value} | {function.description} |"


def _for_engineers() -> Iterator[str]:
    yield from ("| function | gives |", "| --- | --- |")
    for function in FUNCTIONS.values():
        yield f"| `{_signature(function)}` | {function.gives.name.lower()} |"


def _signature(function: Function) -> str:
    """A column has a * behind it; … for what may be repeated."""
    names = [f"{name}{'*' * function.is_column(index)}" for index, name in enumerate(function.arguments)]
    return f"{function.name}({', '.join([*names, *['…'] * function.repeated])})"


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        print(write_list(Path(argument)))
