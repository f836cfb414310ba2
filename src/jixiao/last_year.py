"""Last year's workbook beside this year's: read, proven to be its forerunner, and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.copied_year import copied_year
from jixiao.checks.last_year import confront_years, findings_across_years
from jixiao.checks.tally import Tally, tally_of
from jixiao.checks.unit import Unit
from jixiao.model.errors import UnusableInput
from jixiao.model.finding import Finding
from jixiao.model.hint import NO_HINTS, Hints
from jixiao.pack.carryover import load_two_years
from jixiao.pack.pack import Pack
from jixiao.pack.two_years import TwoYears
from jixiao.workbook.file.source import CellSource
from jixiao.workbook.reading.filled_workbook import Reading, read_facts


@dataclass(frozen=True, slots=True)
class Links:
    """What came of comparing this year's workbook with last year's."""

    verdicts: tuple[Verdict, ...]
    years: TwoYears
    file: str
    copied: Finding | None = None  # this year's workbook says what last year's says

    @property
    def telling(self) -> tuple[Verdict, ...]:
        """Those from which it follows what is wrong in this year's workbook: none, if that is a copy."""
        return () if self.copied else self.verdicts

    @property
    def former_ids(self) -> Mapping[str, str]:
        """Id that a check against last year had before -> the id that it has now."""
        return self.years.pack.former_ids

    @property
    def tally(self) -> Tally:
        """How they came out."""
        return tally_of(self.verdicts, self.years.pack.checks, self.years.pack)

    def findings(self, unit: Unit, said: Hints) -> tuple[Finding, ...]:
        """A finding per broken link; of a copy, behind what is told of it and without a word on each cell."""
        if self.copied is None:
            return findings_across_years(self.verdicts, unit, self.years, self.file, said)
        found = findings_across_years(self.verdicts, unit, self.years, self.file, NO_HINTS)
        return (self.copied, *(replace(one, follows=self.copied.key) for one in found))


def links_of(reading: Reading, pack: Pack, last: CellSource, last_pack: Pack) -> Links:
    """Compare this year's facts with last year's.

    Raises UnusableInput for another form or another year.
    """
    years = load_two_years(pack)
    file = last.path.name
    if years is None:
        raise UnusableInput(f"“{pack.form.title}”没有与上年核对的规则，请去掉 --last-year。")
    if last_pack.form.id != pack.form.id:
        raise UnusableInput(
            f"“{file}”的表样是“{last_pack.form.id}”，与本年工作簿的“{pack.form.id}”不同，不能作为上年工作簿核对。"
        )
    before = read_facts(last, pack)
    _check_year(reading, before, pack, file)
    computed = {name for name, term in pack.vocabulary.items() if term.formula}
    copied = copied_year(reading.record, before.record, computed, file)
    return Links(confront_years(reading.record, before.record, years), years, file, copied)


def _check_year(reading: Reading, before: Reading, pack: Pack, file: str) -> None:
    year, last = (found.record.fields[pack.form.year] for found in (reading, before))
    if not year.filled:
        raise UnusableInput("本年工作簿没有填年度，不能与上年工作簿核对。请填好年度后再试。")
    wanted = int(year.number) - 1
    if not last.filled or last.number != wanted:
        found = f"是{int(last.number)}年的" if last.filled else "没有填年度"
        raise UnusableInput(
            f"本年工作簿是{wanted + 1}年的，上年工作簿应是{wanted}年的，“{file}”{found}。"
            "请检查是否选错了文件。"
        )
