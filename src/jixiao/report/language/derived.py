"""How a figure came about that stands in no cell: the working, and the figures that went into it."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jixiao.model.fact import Fact

UNITS = (1, 10, 100, 1000, 10000, 100000000)  # factors that change the unit and not the figure
SUM, DIFFERENCE, PRODUCT, QUOTIENT = "{} + {}", "{} - {}", "{} × {}", "{} ÷ {}"
GIVEN, SUMMED = "评价指标体系“{}”的规定", "所属各项指标得分之和"
SCALED = "所属各项指标得分之和{reached}÷适用指标满分{applicable}×{whole}"
NEGATIVE, SIZE = "-{}", "|{}|"


class Derived(msgspec.Struct, frozen=True):
    """A working in words, with {} for each part, and the parts; the facts are the cells below it."""

    working: str
    parts: tuple[object, ...] = ()  # figures, or numbers that the template's author typed
    facts: tuple[Fact, ...] = ()  # where the working has no parts: the cells it looked at
    term: str = ""  # the name under which the template finds it, if it has one
    label: str = ""


def alters(typed: Decimal, working: str) -> bool:
    """A number typed in a template makes another figure of a figure, but for averages and units."""
    if working == QUOTIENT:
        return typed < 1 or typed != typed.to_integral_value()
    return typed not in (UNITS if working == PRODUCT else (0,))
