"""Whether a figure said before is of the thing that is said to have changed."""

from __future__ import annotations

import re

from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.figures.label_names import cleaned
from jixiao.audit.figures.sentences import Sentence

_BOTH_SIDES = re.compile(r"收入?[、和]?支出?总计|^支总计")  # 收、支总计 are two figures of one value
_ONE_SIDE = re.compile(r"(?:收入|支出|收支|收、支)总计(?:为|均为|是)*$")
_OWN_YEAR = re.compile("(?:本年|当年)度?(?:收入|支出)")
LONG = 5  # letters of a name that is looked for far away
SHORTEST = 4  # letters of a name that means one thing


def is_wider(figure: StatedFigure, said: str) -> bool:
    """收支总计 against 本年支出增加…: a grand total holds what was carried over, too."""
    own = _OWN_YEAR.match(said)
    return own is not None and "总计" in figure.words and not _OWN_YEAR.search(figure.words)


def is_of(figure: StatedFigure, subject: str, sentence: Sentence) -> bool:
    """Whether a figure without a name, 支出决算为…, is of the thing that its sentence begins with."""
    core = re.sub(r"(?:支出)?(?:决算|预算)?数?$", "", subject)
    bare = re.sub(r"支出|收入|决算|预算|数|为|是|全年|年初", "", figure.label)
    first = sentence.figures[0]
    return len(core) >= LONG and not bare and first.start < figure.start and core in first.words


def same_name(subject: str, figure: StatedFigure) -> bool:
    """Whether a figure bears the name of what has changed."""
    if _BOTH_SIDES.search(subject) and _ONE_SIDE.search(figure.words):
        return True
    name = cleaned(subject)
    if len(name) < SHORTEST:
        return figure.label == name
    return name in figure.words or (len(figure.label) >= SHORTEST and figure.label in subject)
