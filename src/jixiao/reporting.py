"""An inspection -> its Word report, read back and compared with what was put in; for pipeline.py."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec.structs import replace

from jixiao.checks.acceptance import explained, in_order
from jixiao.inspection import Inspection
from jixiao.model.finding import Finding
from jixiao.pack.pack import Pack
from jixiao.report.making import maker_for
from jixiao.report.output.naming import DRAFT, report_name
from jixiao.report.output.own_place import OwnPlace, mark_of, own_place
from jixiao.report.output.writing import ReportFile, edited_report, refuse_taken, write_report
from jixiao.report.proof.occurrences import Occurrence
from jixiao.report.template.printed_terms import unprinted_figures
from jixiao.report.word.properties import BOOK, with_property


class Made(msgspec.Struct, frozen=True):
    """A finished report, what its tags have printed, and what reading it back has found."""

    content: bytes
    printed: tuple[Occurrence, ...]
    unprinted: tuple[str, ...]  # terms of amounts that the template prints nowhere
    findings: tuple[Finding, ...]
    cut: str = ""  # what of the template is no part of the report, as a sentence


def reported(inspection: Inspection, template: str | None = None) -> tuple[Inspection, Made | None]:
    """The report, and the inspection with what was found in it; None where the pack has no report.

    A report in which a figure is wrong is a draft. Raises TemplateError.
    """
    made = _made(inspection, template)
    if made is None or not made.findings:
        return inspection, made
    found = _with_findings(inspection, made.findings)
    return found, made if inspection.draft == found.draft else _made(found, template)


def _made(inspection: Inspection, template: str | None) -> Made | None:
    if inspection.scorecard is None:
        return None
    record = inspection.record
    maker = maker_for(record, inspection.pack, template)
    done = maker.made(record, inspection.scorecard, draft=inspection.draft, findings=inspection.findings)
    hidden = unprinted_figures(maker.prepared, record, inspection.pack.vocabulary)
    return Made(done.content, done.printed, hidden, maker.read_back(done, record), maker.prepared.cut)


def _with_findings(inspection: Inspection, found: tuple[Finding, ...]) -> Inspection:
    """The findings about the report stand behind the others of their weight."""
    told = explained(found, inspection.explanations, inspection.pack.fillers)
    return replace(inspection, findings=in_order((*inspection.findings, *told)))


def place_of_report(inspection: Inspection, folder: Path, book: Path | None = None) -> OwnPlace:
    """Where the report goes. Raises UnusableInput if a folder, a pipe or the like has its name.

    `book`: the workbook, where reports of others may lie there too.
    """
    pattern, fields = inspection.pack.form.report_name, inspection.record.fields
    path = folder / f"{report_name(pattern, fields, draft=inspection.draft)}.docx"
    refuse_taken(path)
    place = own_place(path, book) if book else OwnPlace(path)
    refuse_taken(place.path)
    return place


def written_report(inspection: Inspection, made: Made, folder: Path, book: Path | None = None) -> ReportFile:
    """Write the report into the folder, with what people have changed in an earlier one.

    `book`: as in place_of_report. Raises UnusableInput if something else has its name, OSError.
    """
    place, content = place_of_report(inspection, folder, book), made.content
    if book:
        content = with_property(content, BOOK, mark_of(book, folder))
    path = place.path
    final = path.with_stem(path.stem.removesuffix(DRAFT))
    drafted = path.with_stem(f"{final.stem}{DRAFT}")
    renamed = _about_renamed(path, (drafted, final), book)
    written = _with_edits(content, path, (drafted, final), inspection.pack)
    remarks = [*written.remarks, *filter(None, (place.remark, made.cut, renamed))]
    if inspection.draft and final.exists():
        remarks.append(f"旁边的“{final.name}”是以前生成的，与现在的工作簿不一致，请不要报送。")
    return ReportFile(written.path, tuple(remarks))


def _about_renamed(path: Path, ours: tuple[Path, ...], book: Path | None) -> str:
    if all(other in ours for other in path.parent.glob("*.docx")):
        return ""
    from jixiao.report.output.renamed import worked_on_elsewhere

    return worked_on_elsewhere(path, book)


def _with_edits(content: bytes, path: Path, earlier: tuple[Path, ...], pack: Pack) -> ReportFile:
    """Write the report; if somebody has worked on an earlier one, draft or final, that is carried over."""
    source = edited_report(earlier)
    if source is None:
        return write_report(path, content)
    from jixiao.report.edits.carrying import carry_over, same_making
    from jixiao.report.language.style_file import load_style
    from jixiao.report.proof.numbers import Figures

    old = source.read_bytes()
    if source == path and same_making(old, content):
        return ReportFile(path, ("报告里有您改过的地方，工作簿没有变，报告原样保留。",))
    figures = Figures(load_style(pack.reports, pack.form.units.factors).figures)
    carried = carry_over(content, old, figures)
    if carried is None:
        lost = f"“{source.name}”里改动过的地方没有带进新的报告：文件里已经没有生成时的底稿，请对照着再改。"
        written = write_report(path, content)
        return ReportFile(written.path, (*written.remarks, lost))
    written = write_report(path, carried.content)
    return ReportFile(written.path, (*written.remarks, *carried.remarks))


def report_of(inspection: Inspection) -> bytes | None:
    """The finished Word report, a draft if errors are left; None where the pack has no report."""
    _, made = reported(inspection)
    return made.content if made else None
