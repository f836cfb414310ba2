"""Somebody pressed a button of an open workbook: the work on its copy, and the answer for its macro."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from jixiao import __version__
from jixiao.faces.excel.cloud_folder import is_address, on_this_machine, synchronised
from jixiao.faces.words.command_line import file_trouble
from jixiao.faces.words.results import first_place, in_a_sentence
from jixiao.files import write_atomically
from jixiao.identity import pack_of
from jixiao.inspection import Inspection
from jixiao.model.errors import UnusableInput
from jixiao.pack.rule_files import rule_files
from jixiao.pipeline import inspect
from jixiao.report.output.writing import outdated_beside
from jixiao.reporting import reported, written_report
from jixiao.workbook.file.source import saved_book
from jixiao.workbook.results.answer import Answer, answer_bytes
from jixiao.write_back import patches_of, print_areas_of

CHECK, REPORT, TAKE, TABLE, AUDIT, REVIEW = "check", "report", "take", "table", "audit", "review"
ANSWER_FILE, LOG_FILE = "answer.xlsx", "log.txt"
KEPT_JOBS = 10  # folders of earlier jobs that stay, for their log files
_JOB = re.compile(r"\d{8}-\d{6}-\d+")
_OLE = b"\xd0\xcf\x11\xe0"  # an old .xls under another name: LibreOffice writes its copies so
_UNSAVED = "（本软件不能另存副本，按上次保存的内容办理，之后的改动没有计入。）"

log = logging.getLogger(__name__)


def serve(action: str, snapshot: Path, job: Path, original: str, files: tuple[Path, ...] = ()) -> None:
    """Do what a button asks and leave the answer in the job's folder, last and whole. Raises OSError.

    `original` is the open workbook's path, or its address on the net; `files` were chosen to be taken from.
    """
    with _logging_to(job / LOG_FILE):
        log.info("jixiao %s, %s, workbook %s, copy %s", __version__, action, original, snapshot)
        answer = _answer(action, snapshot, job, original, files)
        log.info("answer: %s", answer.sentence)
        write_atomically(job / ANSWER_FILE, answer_bytes(answer))
    snapshot.unlink(missing_ok=True)
    _forget_old_jobs(job)


@contextmanager
def _logging_to(path: Path) -> Iterator[None]:
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
        handler.close()


def _answer(action: str, snapshot: Path, job: Path, original: str, files: tuple[Path, ...]) -> Answer:
    """The macro waits: whatever happens, it gets a sentence."""
    try:
        if not is_address(original):
            return _done(action, snapshot, Path(original), job, files)
        place = on_this_machine(original, synchronised())
        answer = _done(action, snapshot, place, job, files)
        return replace(
            answer, sentence=f"{answer.sentence}（这个工作簿在本机的同步文件夹里：{place.parent}）"
        )
    except UnusableInput as problem:
        log.warning("%s", problem)
        return Answer(f"没有办成：{problem}")
    except OSError as error:
        log.exception("files")
        return Answer(f"没有办成：{file_trouble(error)}")
    except Exception:  # a bug: its traceback is for the maintainers, the sentence for the accountant
        log.exception("bug")
        return Answer(
            f"没有办成：jixiao 程序内部出错，工作簿没有改动。请把这个文件交给维护人员：{job / LOG_FILE}"
        )


def _done(action: str, snapshot: Path, original: Path, job: Path, files: tuple[Path, ...]) -> Answer:
    if action == TAKE:
        return _taken(snapshot, original, files)
    if action == TABLE:
        return _made_anew(snapshot, original, files)
    if action == AUDIT:
        return _audited(files)
    if action == REVIEW:
        return _reviewed(snapshot, original, job, files)
    return _worked(action, snapshot, original)


def _taken(snapshot: Path, original: Path, files: tuple[Path, ...]) -> Answer:
    """A workbook beside the open one, which nobody may change under the accountant's hands."""
    from jixiao.faces.words.takeover import in_a_sentence as taken_in_a_sentence
    from jixiao.importing.taking_in import take_in

    book, remark = _readable(snapshot, original)
    return Answer(taken_in_a_sentence(take_in(book, files, original)) + remark)


def _readable(snapshot: Path, original: Path) -> tuple[Path, str]:
    """The copy, or the workbook as it was saved where a program writes a copy that cannot be read."""
    with snapshot.open("rb") as file:
        foreign = file.read(len(_OLE)) == _OLE
    return (original, _UNSAVED) if foreign else (snapshot, "")


def _made_anew(snapshot: Path, original: Path, tables: tuple[Path, ...]) -> Answer:
    """The workbook made anew for a score table; nothing is written into the one that is open."""
    from jixiao.faces.words.frameworks import read_in_a_sentence
    from jixiao.faces.words.takeover import remade_in_a_sentence
    from jixiao.frameworks.made.own_framework import as_settled, own_framework
    from jixiao.frameworks.made.remaking import remade_for, year_of

    if len(tables) != 1:
        raise UnusableInput(f"一次只能用一张评分表，收到了 {len(tables)} 张。")
    book, remark = _readable(snapshot, original)
    pack = pack_of(saved_book(book))
    own = as_settled(own_framework(tables[0], pack), (book,), pack)
    anew = remade_for(book, own.framework, pack, original)
    read = read_in_a_sentence(own.read, own.by) if own.read else ""
    beside = own.about_kept() + own.about_year(year_of(book, pack))
    said = (read, beside, remade_in_a_sentence(anew))
    return Answer("".join(said) + remark)


def _audited(files: tuple[Path, ...]) -> Answer:
    """Reports of other people; the workbook has no part in it."""
    from jixiao.audit_results.beside import audited_beside
    from jixiao.faces.words.audits import in_a_sentence as audited_in_a_sentence

    return Answer(audited_in_a_sentence(audited_beside(files)))


def _reviewed(snapshot: Path, original: Path, job: Path, folders: tuple[Path, ...]) -> Answer:
    """A folder of other people's workbooks; an answer on the way is the one that the macro reads."""
    from jixiao.faces.excel.reviewed_folder import review_folder

    def tell(sentence: str) -> None:
        log.info("on the way: %s", sentence)
        write_atomically(job / ANSWER_FILE, answer_bytes(Answer(sentence)))

    if len(folders) != 1:
        raise UnusableInput(f"一次只能审核一个文件夹，收到了 {len(folders)} 个。")
    book, remark = _readable(snapshot, original)
    return Answer(review_folder(book, original, folders[0], tell) + remark)


def _worked(action: str, snapshot: Path, original: Path) -> Answer:
    book, remark = _readable(snapshot, original)
    inspection = inspect(book, rules=rule_files(original))
    inspection, made = reported(inspection) if action == REPORT else (inspection, None)
    written = written_report(inspection, made, original.parent, original) if made else None
    report, remarks = (written.path, written.remarks) if written else (None, ())
    old = outdated_beside(report) if report else ""
    about = _about_anew(inspection, original) if action == REPORT and inspection.wanted else ""
    place = first_place(inspection)
    return Answer(
        sentence="".join((in_a_sentence(inspection, report), *remarks, old, about)) + remark,
        report=report.name if report else "",
        sheet=place.sheet if place else "",
        cell=place.cell if place else "",
        results=patches_of(inspection),
        areas=print_areas_of(inspection),
        read=tuple(written.text for written in inspection.explanations.values()),
    )


def _about_anew(inspection: Inspection, original: Path) -> str:
    """A workbook for the framework that was changed on its sheet, and what is said of it."""
    from jixiao.faces.words.takeover import remade_in_a_sentence
    from jixiao.frameworks.made.remaking import remade

    anew = remade(inspection, original)
    return remade_in_a_sentence(anew) if anew else ""


def _forget_old_jobs(job: Path) -> None:
    """Copies of old answers are of no use; the newest stay, in case somebody asks what happened."""
    jobs = sorted(folder for folder in job.parent.iterdir() if _JOB.fullmatch(folder.name))
    for folder in jobs[:-KEPT_JOBS]:
        if folder != job:
            shutil.rmtree(folder, ignore_errors=True)
