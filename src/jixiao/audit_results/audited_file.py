"""One report: read, audited and, if wanted, marked; what goes wrong with it is a sentence."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jixiao.audit.audit import audit
from jixiao.audit.document.finding import Audit
from jixiao.audit.yardsticks.known import Yardstick
from jixiao.audit_results.page import page
from jixiao.audit_results.word_copy import marked_word_copy
from jixiao.documents.bounds import refuse_endless_report
from jixiao.documents.document import SourceDocument
from jixiao.documents.reading import read_document, read_word_package, says_something
from jixiao.files import named_after
from jixiao.identity import is_ours
from jixiao.made_marks import bears_mark, marked
from jixiao.model.errors import UnusableInput
from jixiao.report.output.writing import write_report
from jixiao.system_words import reason_of

OURS = "“{}”是本工具的标准工作簿，不是报告。核对工作簿请用 jixiao check。"
MARKED = "（审核）"  # what a marked copy is called besides its report


class AuditOrder(msgspec.Struct, frozen=True):
    """A report, the folder for its marked copy ("": none is wanted), and what that is called after.

    `yardsticks`: what it is held against.
    """

    file: str
    out: str = ""
    label: str = ""
    yardsticks: tuple[Yardstick, ...] = ()


class AuditedFile(msgspec.Struct, frozen=True):
    """What came of a report: an audit, or the trouble with it.

    `marked`: the file with the marks, "" if there is none. `unplaced`: the numbers of findings that are not
    marked in it. `remarks`: what has to be said about files.
    """

    file: str
    audit: Audit | None = None
    trouble: str = ""
    marked: str = ""
    unplaced: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()


def audited_file(order: AuditOrder) -> AuditedFile:
    """Audit a file and write its marked copy."""
    try:
        document = read_document(Path(order.file))
        if document.kind == "xlsx" and is_ours(Path(order.file)):
            raise UnusableInput(OURS.format(Path(order.file).name))
        refuse_endless_report(document, Path(order.file).name)
        _refuse_empty(document)
    except UnusableInput as problem:
        return AuditedFile(order.file, trouble=str(problem))
    done = audit(document, order.yardsticks)
    if not order.out:
        return AuditedFile(order.file, done)
    try:
        return _marked(order, document, done)
    except UnusableInput as problem:
        return AuditedFile(order.file, done, remarks=(f"标注稿没有写成：{problem}",))
    except OSError as error:
        why = (
            f"标注稿没有写成（{reason_of(error)}）。请检查文件夹的权限和磁盘空间，或文件是否被其他程序占用。"
        )
        return AuditedFile(order.file, done, remarks=(why,))


def _refuse_empty(document: SourceDocument) -> None:
    """A file without a word has not passed; of a scanned one it is told elsewhere what it holds."""
    if not document.unread and not any(map(says_something, document.blocks)):
        raise UnusableInput(
            f"“{document.file}”里没有文字，没有什么可以审核。请检查是否选错了文件，或内容没有保存。"
        )


def _marked(order: AuditOrder, document: SourceDocument, done: Audit) -> AuditedFile:
    """A Word document stays one, with comments; of other files a page is made."""
    stem = Path(order.out) / f"{order.label}.x"
    if document.kind == "docx":
        copy = marked_word_copy(read_word_package(Path(order.file)), done.findings)
        written = write_report(named_after(stem, MARKED, ".docx"), marked(copy.content), bears_mark)
        return AuditedFile(
            order.file, done, marked=str(written.path), unplaced=copy.unplaced, remarks=written.remarks
        )
    content = marked(page(document, done).encode("utf-8", errors="replace"))
    written = write_report(named_after(stem, MARKED, ".html"), content, bears_mark)
    findings = enumerate(done.findings, 1)
    unplaced = tuple(number for number, one in findings if not any(place.spans for place in one.pointers))
    return AuditedFile(order.file, done, marked=str(written.path), unplaced=unplaced, remarks=written.remarks)
