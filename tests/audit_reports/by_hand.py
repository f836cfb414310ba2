"""Reports written by hand, in by_hand/: prose as it is published, its figures by formulas, its slips marked.

A line is a paragraph, or a row of a table where it begins with |. In braces stands a figure: `{a=12.5}`
writes 12.50 and calls it a, `{a+b}` writes a sum, `{a/b:%}` a percentage; after the colon `0` or `1`
(decimals), `s` (no zeros at the end), `,` (thousands), `%1` (a percentage with one decimal), `n` (nothing is
written). `{a+b!13.50 sum}` writes 13.50 instead, a slip of that kind. Words that went wrong are marked in
square brackets: what is right, an arrow, what is wrong, a bar, the kind. All that is not marked holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from audit_reports.pieces import Figure, Paragraph, Piece, Report, Table, Words

FOLDER = Path(__file__).with_name("by_hand")
MARK = re.compile(r"\{([^{}]+)\}|\[([^\[\]→]*)→([^\[\]|]*)\|([^\[\]]+)\]")
NUMBER = re.compile(r"(?<![\w.])\d+(\.\d+)?")


@dataclass(eq=False)
class Slip:
    kind: str
    piece: Figure | Words
    right: str
    wrong: str


@dataclass
class Written:
    """A report as it is published, and as it should have been."""

    name: str
    report: Report
    slips: list[Slip] = field(default_factory=list)

    def mended(self) -> None:
        for slip in self.slips:
            slip.piece.text = slip.right


def written(path: Path) -> Written:
    known: dict[str, Decimal] = {}
    made = Written(path.stem, Report(path.stem, [], [], 0, ""))
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("|"):
            row = [_pieces(cell, known, made) for cell in line[1:].removesuffix("|").split("|")]
            if not made.report.blocks or not isinstance(made.report.blocks[-1], Table):
                made.report.blocks.append(Table([]))
            made.report.blocks[-1].rows.append(row)  # type: ignore[union-attr]
        elif line.strip():
            made.report.blocks.append(Paragraph(_pieces(line, known, made)))
    return made


def all_written() -> list[Written]:
    return [written(path) for path in sorted(FOLDER.glob("*.txt"))]


def _pieces(text: str, known: dict[str, Decimal], made: Written) -> list[Piece]:
    pieces, at = [], 0
    for match in MARK.finditer(text):
        pieces += [text[at : match.start()]] if match.start() > at else []
        at = match.end()
        if match[1]:
            pieces += _figure(match[1], known, made)
        else:
            pieces.append(Words(match[3]))
            made.slips.append(Slip(match[4], pieces[-1], match[2], match[3]))
    return [*pieces, *([text[at:]] if at < len(text) else [])]


def _figure(source: str, known: dict[str, Decimal], made: Written) -> Iterator[Piece]:
    formula, _, slip = source.partition("!")
    formula, _, shape = formula.partition(":")
    name, _, formula = formula.rpartition("=")
    value = _worth(formula, known)
    right = _shown(value, shape)
    if name:
        known[name.strip()] = value
    if shape != "n":
        wrong, _, kind = slip.partition(" ")
        figure = Figure(wrong or right)
        if slip:
            made.slips.append(Slip(kind, figure, right, wrong))
        yield figure


def _worth(formula: str, known: dict[str, Decimal]) -> Decimal:
    code = NUMBER.sub(lambda match: f"D('{match.group()}')", formula)
    names: dict[str, Any] = {
        "D": Decimal,
        "abs": abs,
        "r": lambda x: x.quantize(Decimal("0.01"), ROUND_HALF_UP),
    }
    return eval(code, {"__builtins__": {}}, {**names, **known})


def _shown(value: Decimal, shape: str) -> str:
    places = re.sub(r"\D", "", shape) or "2"
    value = (value * 100 if "%" in shape else value).quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP)
    text = f"{value:,}" if "," in shape else str(value)
    if "s" in shape and "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text}%" if "%" in shape else text
