"""Term -> defined name. They are the same, but for the later repetitions of a block."""

from __future__ import annotations

from jixiao.model.term import Term


def defined_name(term: Term, repetition: int = 0) -> str:
    """The defined name of a term's cell or column; `repetition` counts the block's instances from 0.

    基金.合计 is the cell of the first instance, 基金_2.合计 that of the second.
    """
    if repetition == 0:
        return term.name
    block = term.path[0]
    return f"{block}_{repetition + 1}{term.name.removeprefix(block)}"
