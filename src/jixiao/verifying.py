"""Does a Word report still agree with its workbook? The report is made again and the two are compared."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jixiao.inspection import Inspection
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import load_pack, pack_names
from jixiao.report.language.style_file import load_style
from jixiao.report.proof.differences import ReportComparison, compare_reports
from jixiao.report.proof.numbers import Figures
from jixiao.report.proof.provenance import PACK, TEMPLATE, WORKBOOK, entered_hash
from jixiao.report.word.properties import properties_of, untouched
from jixiao.report.word.reading import Document, read_document
from jixiao.report.word.unreadable import unreadable
from jixiao.reporting import reported
from jixiao.workbook.file.package import FileKind, read_bytes

REPORT = FileKind("报告", ".docx", "Word", "一份报告")


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of it. `same_entries` is None where the report does not say what it was made from."""

    comparison: ReportComparison
    untouched: bool  # the file is as the tool wrote it
    tracked: bool  # it holds changes that nobody has accepted; they are read as accepted
    same_entries: bool | None
    struck: bool = False  # it has figures that are struck out; they are read as deleted
    # What may hold figures that were not compared, and how many more
    unread: tuple[tuple[str, int], ...] = ()
    unit: str = ""  # the workbook's unit, if the report ought to name it and does not

    @property
    def agrees(self) -> bool:
        return not self.comparison.figures and not self.unit


def verify(report: Path, inspection: Inspection, template: str | None = None) -> Verified:
    """Compare a report, edited or not, with the one that its workbook makes.

    `template` is an outline or a file; without it, the outline that the report names in its properties.
    Raises UnusableInput if the report cannot be read, or was made of another form or template.
    """
    content = read_bytes(report, REPORT)
    document = read_document(content, report.name, foreign=True)
    _check_filled(report, document)
    about = properties_of(content)
    _check_pack(report, about, inspection)
    _, made = reported(inspection, template or _template(about, inspection))
    if made is None:
        raise UnusableInput(
            f"“{inspection.pack.form.title}”不生成报告，没有可以核对的。请检查是否选错了工作簿。"
        )
    figures = Figures(load_style(inspection.pack.reports, inspection.pack.form.units.factors).figures)
    anew = read_document(made.content, report.name)
    entered = about.get(WORKBOOK)
    return Verified(
        comparison=compare_reports(anew, made.printed, document, figures),
        untouched=untouched(content),
        tracked=document.tracked,
        same_entries=None if entered is None else entered == entered_hash(inspection.record, inspection.pack),
        struck=document.struck,
        unread=tuple((unreadable(content) - unreadable(made.content)).items()),
        unit=_unit_missing(inspection, anew, document),
    )


def _unit_missing(inspection: Inspection, made: Document, report: Document) -> str:
    """The name of the workbook's unit, if the report that is made anew has it and this one has it nowhere."""
    fact = inspection.record.fields.get(inspection.pack.form.unit_name)
    name = "".join(fact.text.split()) if fact else ""
    return name if name and _names(made, name) and not _names(report, name) else ""


def _names(document: Document, name: str) -> bool:
    return any(name in "".join(paragraph.text.split()) for paragraph in document.paragraphs)


def _check_filled(report: Path, document: Document) -> None:
    if any(tag in paragraph.text for paragraph in document.paragraphs for tag in ("{{", "{%")):
        raise UnusableInput(
            f"“{report.name}”里有没有填的标记（{{{{ 名称 }}}}），是报告模板，不是生成好的报告。"
            "请选用 jixiao run 生成的报告。"
        )


def _check_pack(report: Path, about: dict[str, str], inspection: Inspection) -> None:
    form = inspection.pack.form
    pack = about.get(PACK, form.id)
    if pack != form.id:
        named = load_pack(pack).form.title if pack in pack_names() else pack
        raise UnusableInput(
            f"“{report.name}”是由“{named}”生成的，给出的是“{form.title}”，不能核对。请检查是否选错了文件。"
        )


def _template(about: dict[str, str], inspection: Inspection) -> str | None:
    """The outline that the report names; a template of the user's own has to be given."""
    name = about.get(TEMPLATE)
    outlines = load_style(inspection.pack.reports, inspection.pack.form.units.factors).outlines
    if name is None or name in {outline.file for outline in outlines}:
        return name
    raise UnusableInput(f"这份报告是用自己的模板“{name}”生成的，请用 --template 指出模板文件的位置。")
