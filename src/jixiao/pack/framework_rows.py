"""An indicator as a row of the sheet 指标体系, and the sheet as it was read."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

import msgspec

from jixiao.model.fact import Place
from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.sections import FrameworkSection, Held
from jixiao.relation.texts import same_text

EDITED: tuple[Held, ...] = (
    "level1",
    "level2",
    "name",
    "max_score",
    "standard",
    "formula",
    "method",
    "parameters",
    "relation",
    "sure",
)
_KEPT: tuple[Held, ...] = ("formula", "sure")  # what may be left of a row that was cleared
TOO_MANY = Decimal(10**9)  # points that nobody gives; 1e999 would take a screen to write
_SUM = "#"
Texts = Mapping[Held, str]


class SheetRow(msgspec.Struct, frozen=True):
    """`made_for`: id of the indicator that stood there, empty in a row that somebody has added.
    `broken`: cells that show an error, or nothing yet."""

    texts: Texts
    places: Mapping[Held, Place]
    made_for: str
    changed: bool
    stored: str = ""
    broken: tuple[Held, ...] = ()

    @property
    def blank(self) -> bool:
        """Nothing stands there, or no more than beside an indicator that is not wanted any longer."""
        asked = [held for held in EDITED if not (self.made_for and held in _KEPT)]
        return not self.broken and not any(self.texts[held] for held in asked)

    @property
    def named(self) -> tuple[str, ...]:
        """By what it is told from other rows."""
        return tuple(same_text(self.texts[held]) for held in ("level1", "level2", "name"))


class FrameworkSheet(msgspec.Struct, frozen=True):
    """`head`: all but the indicators of a framework of the unit's own, as stored; empty for the pack's."""

    section: FrameworkSection
    title: str
    total: str
    title_place: Place
    total_place: Place
    head: str
    rows: tuple[SheetRow, ...]
    stray: tuple[Place, ...] = ()  # what somebody has typed below the last row

    def label(self, held: Held) -> str:
        return next(column.label for column in self.section.columns if column.holds == held)


class EditedFramework(msgspec.Struct, frozen=True):
    """`framework`: what the sheet asks for; None where nothing was changed, or something in it is wrong."""

    framework: Framework | None = None
    findings: tuple[Finding, ...] = ()


def is_edited(sheet: FrameworkSheet, framework: Framework) -> bool:
    """Whether anything on the sheet is other than when the workbook was made; asked at every run."""
    there = [row.made_for for row in sheet.rows if not row.blank]
    return (
        any(row.changed for row in sheet.rows)
        or there != [each.id for each in framework.indicators]
        or same_text(sheet.title) != same_text(framework.title)
        or typed_points(sheet.total) != framework.total
    )


def typed_points(text: str) -> Decimal | None:
    """5, or 5分; None for what is no number."""
    try:
        number = Decimal(same_text(text).removesuffix("分"))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < TOO_MANY else None


def row_of(indicator: Indicator, section: FrameworkSection) -> dict[Held, str]:
    """What stands in the row of an indicator: what is not sure as it was understood."""
    from jixiao.pack.method_words import method_words  # a run asks only whether anything was changed

    offer, words = indicator.offer, method_words()
    method = offer.method if offer and offer.method else indicator.method
    said = words.of(method)
    return {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "name": indicator.name,
        "max_score": plain(indicator.max_score),
        "standard": indicator.standard,
        "formula": indicator.formula,
        "method": said.name,
        "parameters": said.parameters(method),
        "relation": offer.measure if offer and offer.measure else indicator.measure,
        "sure": section.unsure if offer else "" if indicator.assumed else section.confirmed,
        "doubt": "；".join(filter(None, (offer.doubt if offer else "", indicator.assumed))),
    }


def made_for(indicator: Indicator, texts: Texts) -> str:
    """Kept hidden beside the row: its indicator, and a check sum of what stood there."""
    return f"{indicator.id}{_SUM}{_check_sum(texts)}"


def is_changed(kept: str, texts: Texts) -> tuple[str, bool]:
    """The id that was kept, and whether something else stands there now."""
    id_, _, check_sum = kept.rpartition(_SUM)
    return id_, check_sum != _check_sum(texts)


def _check_sum(texts: Texts) -> str:
    joined = "\x1f".join(same_text(texts[held]) for held in EDITED)
    return f"{zlib.crc32(joined.encode()):08x}"
