"""The indicators of two score tables side by side: which are the same, which are new, gone or changed."""

from __future__ import annotations

from functools import cached_property

import msgspec

from jixiao.carryover.counterparts import KnownBy, counterpart
from jixiao.model.figures import plain
from jixiao.pack.framework import Framework, Indicator
from jixiao.scoring.framework_sheet.outdated_method import reworded


class PairedRow(msgspec.Struct, frozen=True):
    """An indicator and the one that goes on for it."""

    former: Indicator
    present: Indicator

    @property
    def reweighed(self) -> bool:
        return self.former.max_score != self.present.max_score

    @property
    def reworded(self) -> bool:
        """Its standard says something else; not where only the points follow the weight."""
        was, now = self.former, self.present
        return reworded(was.standard, now.standard, was.max_score, now.max_score)

    @property
    def change(self) -> str:
        """分值由10改为12，评分标准改了; nothing where a score given for one holds for the other."""
        said = []
        if self.reweighed:
            said.append(f"分值由{plain(self.former.max_score)}改为{plain(self.present.max_score)}")
        if self.reworded:
            said.append("评分标准改了")
        return "，".join(said)


class PairedRows(msgspec.Struct, frozen=True, dict=True):
    pairs: tuple[PairedRow, ...]
    added: tuple[Indicator, ...]
    gone: tuple[Indicator, ...]

    @cached_property
    def by_former(self) -> dict[str, PairedRow]:
        return {pair.former.id: pair for pair in self.pairs}


def paired_rows(source: Framework, target: Framework, known_by: KnownBy) -> PairedRows:
    """Each indicator once."""
    wanted, pairs, gone = list(target.indicators), [], []
    for former in source.indicators:
        present = counterpart(former, wanted, known_by)
        if present is None:
            gone.append(former)
            continue
        pairs.append(PairedRow(former, present))
        wanted = [each for each in wanted if each is not present]
    return PairedRows(tuple(pairs), tuple(wanted), tuple(gone))
