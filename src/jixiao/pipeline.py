"""The order of the work, from a workbook to its findings, scores and report. Read this first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jixiao.blanks.findings import blank_findings
from jixiao.checks.acceptance import accepted, explained, under_present_ids, without_fillers
from jixiao.checks.causes import behind_causes, behind_moves
from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.diagnosis.trial import Trial
from jixiao.checks.findings import findings_of, following, results_of
from jixiao.checks.not_begun import not_begun
from jixiao.checks.offered_totals import offered_totals
from jixiao.checks.suspected import suspected_cells, suspected_codes, suspected_columns, suspected_rows
from jixiao.checks.tally import Tally, tally_of
from jixiao.checks.total_findings import filled_findings, offer_findings, without_spent
from jixiao.checks.transfers import about_budgets, of_transfers
from jixiao.checks.unit import Unit
from jixiao.identity import changed_framework, framework_of, pack_of
from jixiao.inspection import Inspection
from jixiao.model.errors import having_done
from jixiao.model.finding import Finding, with_nested_quotes
from jixiao.model.written_explanation import WrittenExplanation
from jixiao.pack.pack import Pack
from jixiao.pack.rule_files import near_misses, rule_files
from jixiao.scoring.assessing import assessed
from jixiao.workbook.file.source import CellSource, saved_book
from jixiao.workbook.reading.filled_workbook import Reading, read_facts
from jixiao.workbook.reading.framework_sheet import read_framework_sheet
from jixiao.workbook.results.explanations import read_explanations
from jixiao.workbook.results.result_areas import unwritable

if TYPE_CHECKING:
    from jixiao.last_year import Links
    from jixiao.reporting import Made


def inspect(
    path: Path,
    pack: Pack | None = None,
    rules: Iterable[Path] = (),
    last_year: Path | None = None,
    template: str | None = None,
    answers: dict[str, WrittenExplanation] | None = None,
) -> Inspection:
    """Read, check and score a workbook. Raises UnusableInput if it cannot be worked on; writes nothing.

    Without a pack given, it is the one whose stamp the workbook bears. `rules` are files of an accountant's
    own checks; those that lie beside the workbook are used without being named. `last_year` is the workbook
    of the year before, with which opening balances and last year's figures are compared. `template` is the
    one by which the report will be made, if not the one that the workbook asks for: what it prints is needed.
    `answers` are explanations that were not written into the workbook, by the keys of their findings.
    """
    return inspect_source(saved_book(path), pack, rules, last_year, template, answers)


def inspect_source(
    source: CellSource,
    pack: Pack | None = None,
    rules: Iterable[Path] = (),
    last_year: Path | None = None,
    template: str | None = None,
    answers: dict[str, WrittenExplanation] | None = None,
) -> Inspection:
    """The same for a workbook wherever its cells come from."""
    # what is filled in, and how the relations come out
    pack = pack or pack_of(source)
    reading = read_facts(source, pack)
    listed = pack.checks
    files = rule_files(source.path, rules)
    pack, about_rules = _with_own_rules(pack, files, near_misses(source.path, files))
    confronted = confront(reading.record, pack.checks, pack.vocabulary, pack.names_of_codes)
    verdicts = tuple(without_fillers(confronted, pack.fillers))
    links = _links(reading, pack, last_year)
    linked, telling = (links.verdicts, links.telling) if links else ((), ())

    # what it scores, and by which table
    sheet = read_framework_sheet(source, pack.form)
    framework = framework_of(reading, pack, sheet) if pack.form.assessment else None
    scorecard, about_scores = assessed(reading.record, framework, pack, sheet)
    edited = changed_framework(source, sheet, framework, pack, reading.year(pack))

    # what people have explained
    former = {**pack.former_ids, **(links.former_ids if links else {})}
    written = under_present_ids(read_explanations(source, pack), former) | (answers or {})
    explanations = without_spent(written, reading.record)
    unit = Unit(reading.unit.name, reading.unit.factor, bool(reading.unit.summed))
    closed = accepted((*verdicts, *linked), explanations, pack.fillers)

    # what is probably wrong
    pasted = suspected_rows(verdicts, reading.record, pack)
    codes = suspected_codes(verdicts, telling, pasted, pack)
    blank = blank_findings(reading, scorecard, pack, template)
    blank = tuple(about_budgets(blank, reading.record, unit, pack))
    waiting = not_begun(verdicts, blank) | of_transfers(verdicts, blank, reading.record, unit, pack)
    known = closed | pasted.said.keys() | codes.said.keys() | waiting.keys()  # broken not by the figures
    copied = suspected_columns(verdicts, telling, reading.record, pack, known)
    known |= copied.said.keys()
    network = Network(verdicts, pack.formulas, telling, known, pack.presets)
    offered = offered_totals(network, pack.groups)
    cells = suspected_cells(network, unit, reading.record, pack)
    said = {**cells, **codes.said, **copied.said, **pasted.said, **waiting}

    # what is told, the causes before what comes of them
    unreadable = tuple(following(reading.findings, said))
    about_cells = (*unreadable, *blank)
    broken = behind_causes(codes.leading(findings_of(verdicts, unit, said)), about_cells)
    about_scores = behind_causes(about_scores, about_cells)
    if framework and any(finding.suggestions for finding in broken):
        from jixiao.slipped_scores import behind_slips  # most workbooks have no such finding

        trial = Trial(reading.record, pack)
        about_scores = behind_slips(about_scores, broken, trial, unit, framework)
    across = links.findings(unit, said) if links else ()
    findings = (
        *(across if links and links.copied else ()),
        *pasted.findings,
        *copied.findings,
        *codes.findings,
        *about_rules,
        *unreadable,
        *behind_moves(blank, broken),
        *broken,
        *(() if links and links.copied else across),
        *edited.findings,
        *about_scores,
        *unwritable(source, pack, scorecard),
        *offer_findings(offered, unit),
        *filled_findings(explanations, reading.record, unit),
    )
    return Inspection(
        pack=pack,
        source=source,
        reading=reading,
        findings=tuple(map(with_nested_quotes, explained(findings, explanations, pack.fillers))),
        others=results_of((*verdicts, *linked)),
        scorecard=scorecard,
        explanations=explanations,
        tally=tally_of(verdicts, listed, pack),
        further=tally_of(verdicts, pack.checks[len(listed) :], pack) + (links.tally if links else Tally()),
        offered=offered,
        wanted=edited.framework,
    )


def _links(reading: Reading, pack: Pack, last_year: Path | None) -> Links | None:
    if last_year is None:
        return None
    from jixiao.last_year import links_of

    last = saved_book(last_year)
    return links_of(reading, pack, last, pack_of(last))


def _with_own_rules(
    pack: Pack, files: tuple[Path, ...], missed: tuple[tuple[Path, str], ...]
) -> tuple[Pack, tuple[Finding, ...]]:
    if not files and not missed:
        return pack, ()
    from jixiao.checks.own_rules import with_rules_beside

    return with_rules_beside(pack, files, missed)


class Run(msgspec.Struct, frozen=True):
    """What a run left behind: the inspection, the workbook with the results, and the report if any."""

    inspection: Inspection
    workbook: Path
    report: Path | None
    remarks: tuple[str, ...] = ()
    made: Made | None = None

    @property
    def unprinted(self) -> tuple[str, ...]:
        """Terms of amounts that the template prints nowhere."""
        return self.made.unprinted if self.made else ()


def run(
    path: Path,
    pack: Pack | None = None,
    out: Path | None = None,
    rules: Iterable[Path] = (),
    last_year: Path | None = None,
    template: str | None = None,
) -> Run:
    """Inspect a workbook, write the results back into it and make the report in `out` or beside it.

    `template` is an outline of the pack or a Word file of the user's; without it, the pack's first outline.
    A pack that scores nothing has no report. Raises UnusableInput if the workbook cannot be worked on or
    the report has no place, before anything is written; OSError if results cannot be written.
    """
    return finish(inspect(path, pack, rules, last_year, template), out or path.parent, template)


def finish(inspection: Inspection, out: Path, template: str | None = None, *, copy: bool = False) -> Run:
    """The second half of a run: the results in the workbook, or in a copy of it in `out`, and the report."""
    from jixiao.files import made_folder
    from jixiao.workbook.file.saving import save_copy, save_results
    from jixiao.write_back import workbook_with_results

    folder, save, made = made_folder(out), save_copy if copy else save_results, None
    book = None if copy else inspection.package.path
    if inspection.scorecard is not None:
        from jixiao.reporting import place_of_report, reported

        inspection, made = reported(inspection, template)
        place_of_report(inspection, folder, book)  # what cannot be written is said before anything is
    saved = save(inspection.package, workbook_with_results(inspection), folder)
    if made is None:
        return Run(inspection, saved.path, None, saved.remarks)
    from jixiao.reporting import written_report

    with having_done(f"校验结果和评分表已写入“{saved.path}”，报告没有写成；问题解决后再运行一次即可。"):
        written = written_report(inspection, made, folder, book)
    return Run(inspection, saved.path, written.path, (*saved.remarks, *written.remarks), made)
