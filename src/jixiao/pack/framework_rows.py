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
        "sure": section.unsure if offer else section.confirmed,
        "doubt": offer.doubt if offer else "",
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


# ---------------------------------------------------------------------------- what a workbook carries
class _Head(Framework, kw_only=True):
    """All but the indicators, and the order in which these stood when the workbook was made."""

    order: tuple[str, ...] = ()


def stored_head(framework: Framework) -> str:
    """All but the indicators; nothing of a framework that the pack has."""
    if not framework.own:
        return ""
    fields = {name: getattr(framework, name) for name in Framework.__struct_fields__} | {"indicators": ()}
    return msgspec.json.encode(_Head(**fields, order=tuple(framework.by_id))).decode()


def is_head_of(head: str, framework: Framework) -> bool:
    """Whether it was stored of this framework, whatever the order of its indicators."""
    return _without_order(head) == _without_order(stored_head(framework))


def _without_order(head: str) -> _Head | None:
    try:
        return msgspec.structs.replace(msgspec.json.decode(head, type=_Head), order=()) if head else None
    except (ValueError, msgspec.DecodeError):
        return None


def stored_indicator(indicator: Indicator) -> str:
    """Its examples have proven it when it was made."""
    return msgspec.json.encode(msgspec.structs.replace(indicator, examples=())).decode()


def of_stored(text: str) -> Indicator:
    """An indicator as a workbook carries it, also one of an older version. Raises ValueError."""
    return msgspec.json.decode(text, type=Indicator)


def stored_framework(sheet: FrameworkSheet) -> Framework:
    """The framework that the workbook carries, whatever order its rows stand in by now.

    Of a row copied with its hidden cells the first counts. Raises ValueError for what was taken apart.
    """
    head = msgspec.json.decode(sheet.head, type=_Head)
    there: dict[str, Indicator] = {}
    for row in sheet.rows:
        if row.stored:
            there.setdefault((each := of_stored(row.stored)).id, each)
    if sum(each.max_score for each in there.values()) != head.total:
        raise ValueError("rows are gone")
    order = head.order if set(head.order) == set(there) else tuple(there)
    fields = {name: getattr(head, name) for name in Framework.__struct_fields__}
    return Framework(**fields | {"indicators": tuple(there[id_] for id_ in order)})
