"""One slip in a consistent report: a figure mistyped so that a relation breaks, or words that went wrong."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from audit_reports.pieces import Figure, Piece, Relation, Report, Words

# the kinds of relations that a figure's slip is counted under
FIGURES = (
    "sum",
    "hierarchy",
    "row",
    "growth",
    "rate",
    "share",
    "change",
    "balance",
    "score",
    "count",
    "equality",
)
WORDS = (
    "direction", "template", "reason", "reason direction", "year", "name", "numbering", "unit", "percent",
    "purpose", "listed account", "empty note",
)  # fmt: skip
KINDS = (*FIGURES, *WORDS)
TYPING = ("digit",) * 5 + ("swap",) * 3 + ("drop", "double", "point")
TRIES = 40


@dataclass
class Planted:
    """A slip as it stands in the report: where, what was right, which relations it breaks."""

    kind: str
    piece: Figure | Words
    right: str
    broken: list[Relation]
    determined: bool = False  # the figures alone tell which of them is wrong
    places: int = 0

    def undo(self) -> None:
        self.piece.text = self.right
        if isinstance(self.piece, Figure):
            self.piece.places = self.places


def plant(kind: str, report: Report, dice: random.Random) -> Planted | None:
    """None if the report has nothing of the kind, or nothing that anybody could notice."""
    return _in_words(kind, report, dice) if kind in WORDS else _in_figures(kind, report, dice)


def _in_words(kind: str, report: Report, dice: random.Random) -> Planted | None:
    words = [piece for piece in report.pieces() if isinstance(piece, Words) and kind in piece.slips]
    if not words or (kind == "name" and len(words) < 2):  # with what would it be compared?
        return None
    piece = dice.choice(words)
    planted = Planted(kind, piece, piece.text, [], True)
    piece.text = piece.slips[kind]
    return planted


def _in_figures(kind: str, report: Report, dice: random.Random) -> Planted | None:
    relations = [one for one in report.relations if one.kind == kind]
    for _ in range(TRIES if relations else 0):
        relation = dice.choice(relations)
        piece = dice.choice(relation.figures)
        right, wrong = piece.text, mistyped(piece.text, dice)
        if wrong == right:
            continue
        places = piece.places
        piece.text, piece.places = (
            wrong,
            len(wrong.partition(".")[2]),
        )  # who reads 13.2 does not know of 13.20
        broken = [one for one in report.relations if piece in one.figures and one.gap() > 0]
        if relation in broken and _plain_to_see(relation):
            return Planted(kind, piece, right, broken, _determined(piece, broken, report), places)
        piece.text, piece.places = right, places
    return None


def _plain_to_see(relation: Relation) -> bool:
    """More than the last digit beyond what rounding explains, so that no two readers disagree."""
    return relation.gap() > 2 * relation.left.half


def _determined(piece: Figure, broken: list[Relation], report: Report) -> bool:
    """True if no other figure stands in all that broke and in nothing that still holds."""
    common = [figure for figure in broken[0].figures if all(figure in one.figures for one in broken)]
    holding = {id(figure) for one in report.relations if one.gap() == 0 for figure in one.figures}
    suspects = {id(figure) for figure in common if id(figure) not in holding}
    return suspects <= {id(piece)}


def mistyped(text: str, dice: random.Random) -> str:
    """As a hurried hand types it: another digit, two swapped, one lost, one doubled, the point moved."""
    digits = [place for place, letter in enumerate(text) if letter.isdigit()]
    way, place = dice.choice(TYPING), dice.choice(digits)
    if way == "digit":
        new = dice.choice([one for one in "0123456789" if one != text[place]])
        wrong = text[:place] + new + text[place + 1 :]
    elif way == "swap":
        other = digits[digits.index(place) - 1] if place != digits[0] else digits[-1]
        letters = list(text)
        letters[place], letters[other] = letters[other], letters[place]
        wrong = "".join(letters)
    elif way == "drop":
        wrong = text[:place] + text[place + 1 :]
    elif way == "double":
        wrong = text[:place] + text[place] + text[place:]
    else:
        wrong = _point_moved(text)
    return wrong if _looks_right(wrong) else text


def _point_moved(text: str) -> str:
    whole, point, rest = text.replace(",", "").partition(".")
    return f"{whole}{rest[0]}.{rest[1:]}" if len(rest) > 1 and point else text


def _looks_right(text: str) -> bool:
    """Nobody types 012.3, .5 or 12. and lets it stand."""
    whole, point, rest = text.lstrip("-").partition(".")
    plain = whole.replace(",", "")
    grouped = "," not in whole or (
        all(len(one) == 3 for one in whole.split(",")[1:]) and len(whole.split(",")[0]) <= 3
    )
    return bool(plain) and grouped and (plain == "0" or plain[0] != "0") and bool(rest) == bool(point)


def near(report: Report, planted: Planted) -> Iterator[Piece]:
    """The figures of what the slip breaks: a finding there is a consequence, no false alarm."""
    yield planted.piece
    for relation in planted.broken:
        yield from relation.figures
