"""How a unit stands: whether its workbook has come in, and what it came to."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from jixiao.desk.examined import BookTrouble, ExaminedBook, number_behind, whole_score
from jixiao.desk.roster import Listed, same_name
from jixiao.pack.loading import data_folder
from jixiao.pack.rollup_file import telling_terms


class Arrival(StrEnum):
    """到齐: computed from the files alone."""

    CAME = "已报"
    LATE = "逾期报送"
    MISSING = "未报"
    DOUBLED = "重复"
    COPY = "同一文件"
    UNKNOWN = "不在名册"
    OTHER_YEAR = "年度不符"
    OTHER_FORM = "表样不符"
    NAMELESS = "未填单位名称"
    UNREADABLE = "打不开"
    UNFINISHED = "未办完"


class Review(StrEnum):
    """审核: computed from the findings; of whom nothing is found may still be asked who it is."""

    NONE = "未审"
    ERRORS = "有错误"
    UNEXPLAINED = "待说明"
    DOUBTED = "待核对"
    PASSED = "通过"


COUNTING = (Arrival.CAME, Arrival.LATE, Arrival.UNKNOWN)  # which workbooks are added up


class Standing(msgspec.Struct, frozen=True):
    """One row of the list of units: a workbook, or a unit of the roster without one.

    `name` says also which project or fund it is about, `unit` does not.
    """

    name: str
    code: str
    arrival: Arrival
    advice: str = ""  # what to do, where something is to be done
    verdict: Review = Review.NONE
    listed: Listed | None = None
    book: str = ""  # the file below the folder; empty for a unit that has not reported
    year: str = ""
    form: str = ""
    errors: int = 0
    warnings: int = 0
    explained: int = 0
    behind: int = 0  # of errors and warnings those that very likely come of another one
    score: str = ""
    grade: str = ""
    saved: str = ""
    unit: str = ""
    again: bool = False  # the file has taken the place of one that was examined
    began: str | None = None  # when the first file of its unit was saved, if there has been another one
    odd: str = ""  # what of its code or name is not as the roster has it, in words for the unit
    newer: str = ""  # the workbook of its unit that counts, where this one is done with

    @property
    def counts(self) -> bool:
        """Whether its figures are added up and compared."""
        return self.arrival in COUNTING


class Brief(msgspec.Struct, frozen=True):
    """As much of a workbook as is needed to say where its unit stands."""

    book: str
    digest: str
    saved: str
    trouble: BookTrouble | None
    sentence: str
    name: str
    code: str
    year: str
    form: str
    counts: Mapping[str, int]
    score: str
    grade: str
    remarks: tuple[str, ...] = ()  # what has to be said of files that came in or were written
    subject: str = ""  # the project or the fund, of which a unit may send several
    again: bool = False
    part: str = ""  # what tells such workbooks of a unit apart; empty where it sends one
    first: str = ""  # when the first of several files under this name was saved
    replaced: bool = False  # another file had this name before
    behind: int = 0  # see Standing
    amounts: str = ""  # see ExaminedBook


def brief(one: ExaminedBook) -> Brief:
    """The head of what came of a workbook."""
    document = one.document or {}
    terms = telling_terms(data_folder("workbook_templates"), one.said("form")) if one.said("form") else ()
    score = document.get("score") or {}
    return Brief(
        book=one.book,
        digest=one.digest,
        saved=one.saved,
        trouble=one.trouble,
        sentence=one.sentence,
        name=one.said("unit_name"),
        code=one.said("unit_code"),
        year=one.said("year"),
        form=one.said("form"),
        counts=document.get("counts") or {},
        score=whole_score(score),
        grade=score.get("grade") or "",
        remarks=(*filter(None, [one.unwritten]), *one.remarks),
        subject=one.subject,
        again=one.before is not None,
        first=(one.before.first or one.before.saved) if one.before else "",
        replaced=one.replaced,
        behind=number_behind(one),
        amounts=one.amounts,
        part=(same_name(one.subject) or one.book) if terms else "",
    )
