"""A term of the vocabulary: what a name means, before anybody has filled a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from jixiao.model.fact import Kind


class Term(msgspec.Struct, frozen=True):
    """One name of the vocabulary: also the defined name in the workbook and the tag in the template.

    `path` lists the tables and repeated blocks around the cell, outermost first; it is empty for a
    cell that exists once. `table` is what people call a table that has no title in the form: its sheet.
    `formula` is the relation of a computed cell, empty for an entry cell. `beside` is printed at the left
    end of the cell's row, `above` right over its first cell; empty where nothing is printed there.
    """

    name: str
    label: str
    kind: Kind
    sheet: str
    path: tuple[str, ...] = ()
    table: str = ""
    required: bool = False
    optional: bool = False  # nobody is asked why it is blank
    unless: tuple[str, ...] = ()  # nor where one of these terms has a figure
    later: bool = False  # older workbooks have no cell for it
    formula: str = ""
    low: Decimal | None = None  # the smallest value that makes sense; negative amounts need it to be None
    choices: tuple[str, ...] = ()
    beside: str = ""
    above: str = ""
    otherwise: tuple[str, ...] = ()  # relations; the first that finds anything is what a blank cell says
    given: bool = False  # printed in the form, such as the codes of its fixed rows; nobody fills it in


Vocabulary = Mapping[str, Term]


class Group(msgspec.Struct, frozen=True):
    """A table or a repeated block: its columns or fields, and the term that tells its records apart."""

    name: str
    path: tuple[str, ...]  # the groups around it and itself, outermost first
    terms: tuple[str, ...]  # terms directly in it, without those of groups inside it
    key: str = ""  # term
    within: str = ""  # term of what a record belongs to; keys are told apart only within it
    repeat: int = 0  # instances of a block; 0 for a table
    rows: int = 0  # free rows of a table; 0 where the form prints what the rows are


def nearest(name: str, known: Mapping[str, object]) -> str:
    """The known name that looks most like `name`, or an empty string."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.4)), "")
