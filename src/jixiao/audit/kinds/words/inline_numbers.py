"""Numbers within a paragraph and in the column 序号 that skip or come twice: 一是…二是…四是…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.document.report_table import ReportTable
from jixiao.audit.figures.numerals import numeral, value_of
from jixiao.audit.wording_fault import WordingFault

_BEGINS = r"(?:^|(?<=[。；：，、]))"
_STYLES = tuple(
    re.compile(_BEGINS + pattern)
    for pattern in (
        r"(?P<number>[一二三四五六七八九十]{1,2})是(?!否|非)",
        r"第(?P<number>[一二三四五六七八九十]{1,2})[，、]",
        r"（(?P<number>\d{1,2})）",
        r"(?P<number>\d{1,2})[.、．](?!\d)",
        r"(?P<number>[①-⑳])",
    )
)
_LEAST = 2  # numbers in order, before one is out of order
_AROUND = 12


def inline_numbers(context: AuditContext) -> Iterator[WordingFault]:
    """Each number that does not follow the one before it, where the first ones are in order."""
    passages = list(context.text.prose)
    for style in _STYLES:
        for fault in _through_paragraphs(passages, style):
            if style in _STYLES[:2] or fault.wrong[0]:  # a paragraph's own number is told elsewhere
                yield fault
    for table in context.text.tables:
        yield from _column(table)


def _through_paragraphs(passages: list[Passage], style: re.Pattern[str]) -> Iterator[WordingFault]:
    """一是 … in one paragraph, or some at the beginning of their own, as lines of a file may begin."""
    run: list[tuple[Passage, re.Match[str]]] = []
    for passage in passages:
        own = [(passage, match) for match in style.finditer(passage.text)]
        if (own and value_of(own[0][1]["number"]) == 1) or not own:
            yield from _in_order(run)
            run = []
        for one in own:
            if value_of(one[1]["number"]) == 1:
                yield from _in_order(run)
                run = []
            run.append(one)
    yield from _in_order(run)


def _in_order(found: list[tuple[Passage, re.Match[str]]]) -> Iterator[WordingFault]:
    """The first one that is out of order; a list that begins with another number is part of one."""
    numbers = [value_of(match["number"]) for _, match in found]
    first = _LEAST if numbers[:_LEAST] == [1, 2] else 1
    if numbers[:1] != [1] or (first == 1 and not _is_said(found, numbers)):
        return
    for place in range(first, len(numbers)):
        before, number = numbers[place - 1], numbers[place]
        if number == before + 1:
            continue
        rest = numbers[place + 1 :]
        if number == 1 or number > before + 3 or number < before:
            return
        passage, match = found[place]
        if rest[:1] == [before + 1]:
            return
        twice = rest[:1] == [number]
        right = match[0].replace(match["number"], numeral(before + 1, match["number"]))
        what = f"“{match[0]}”用了两次" if number == before or twice else f"缺了“{right}”"
        yield _fault(
            passage,
            match.span(),
            right,
            f"序号不连续：“{found[place - 1][1][0]}”后面是“{match[0]}”，{what}。",
        )
        return


def _is_said(found: list[tuple[Passage, re.Match[str]]], numbers: list[int]) -> bool:
    """一是…；三是…：二是 is missing, or 三是 comes twice, in one paragraph."""
    said = found[0][1][0].endswith("是")
    return said and numbers[1:2] == [3] and found[0][0] is found[1][0]


def _column(table: ReportTable) -> Iterator[WordingFault]:
    """The cells below 序号."""
    heads = [cell for line in table.lines[:3] for cell in line.cells if cell.text == "序号"]
    if len(heads) != 1:
        return
    cells = [
        cell
        for line in table.lines
        for cell in line.cells
        if cell.column == heads[0].column and re.fullmatch(r"\d{1,3}", cell.text)
    ]
    numbers = [int(cell.text) for cell in cells]
    if numbers[:_LEAST] != [1, 2]:
        return
    odd = [place for place in range(1, len(numbers)) if numbers[place] != numbers[place - 1] + 1]
    if len(odd) != 1:
        return
    cell, before = cells[odd[0]], numbers[odd[0] - 1]
    number = numbers[odd[0]]
    if number == 1 or number > before + 3 or number < before:
        return
    what = f"“{number}”用了两次" if number == before else f"缺了“{before + 1}”"
    yield _fault(
        cell.passage,
        (cell.start, cell.end),
        str(before + 1),
        f"序号不连续：“{before}”后面是“{number}”，{what}。",
    )


def _fault(passage: Passage, span: tuple[int, int], right: str, message: str) -> WordingFault:
    start, end = span
    return WordingFault(
        "NUMBERING",
        AuditKind.NUMBERING,
        passage,
        span,
        right,
        message,
        "请改正序号，或补上缺的一项。",
        stated=passage.text[start:end],
        quoted=passage.around((start, end), _AROUND),
    )
