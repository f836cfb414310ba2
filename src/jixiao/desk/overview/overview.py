"""The overview of a folder: one file that needs no network and runs nothing that stands in a workbook."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.own_files import OwnFiles
from jixiao.desk.results_owner import OWNER
from jixiao.desk.standing import Arrival, Review, Standing
from jixiao.desk.store import Store
from jixiao.desk.summary.kept import BOOK
from jixiao.desk.summary.links import UnitLinks
from jixiao.desk.summary.rule_titles import RuleTitles
from jixiao.desk.summary.summary import FILE as SUMMARY
from jixiao.desk.summary.summary import file_digest, state_of
from jixiao.desk.turnout import turnout
from jixiao.files import resolved
from jixiao.pack.loading import load_pack

FILE = "总览.html"
_PAGE = Path(__file__).with_name("page.html")
_STEP, _LOWEST = 5, 60  # points in a class of scores; all below the lowest are one
_RULES = 15  # that are shown
_HEAD = (
    "name",
    "code",
    "arrival",
    "verdict",
    "errors",
    "warnings",
    "behind",
    "explained",
    "score",
    "grade",
    "book",
    "advice",
)


def write_overview(store: Store, standings: list[Standing], folder: Path, out: Path) -> Sequence[str]:
    """Write the page about the workbooks in `folder` into `out`, if anything has changed. Raises OSError.

    What has to be said of the one before.
    """
    file, state = out / FILE, state_of(store, standings)
    if store.made_from(FILE) == f"{state} {file_digest(file)}":
        return ()
    said = f"文件夹：{resolved(folder).name}"
    page = overview(
        standings, store.heads(), UnitLinks(folder, out, store.made(OWNER)), said, RuleTitles(load_pack)
    )
    own = OwnFiles(store)
    own.put(file, b"".join(piece.encode("utf-8", errors="replace") for piece in page))
    store.remember(FILE, f"{state} {file_digest(file)}")
    return own.remarks


def overview(
    standings: list[Standing],
    books: Iterable[ExaminedBook],
    links: UnitLinks,
    said: str,
    titles: RuleTitles,
) -> Iterator[str]:
    """The page, piece by piece: of ten thousand units it is long. `said` stands below its title."""
    counting = [row for row in standings if row.counts]
    rules, found = _Rules(counting, titles), dict[str, str]()
    for one in books:
        if one.document:
            findings = _findings(one)
            rules.add(one.book, findings)
            found[one.book] = _inside_a_script([_said(finding) for finding in findings])
    data = {
        "said": said,
        "summary": SUMMARY,
        "numbers": list(_numbers(standings, counting)),
        "scores": _scores(counting),
        "rules": rules.often(),
        "states": sorted({str(word) for row in standings for word in (row.arrival, row.verdict)}),
    }
    before, _, behind = _PAGE.read_text(encoding="utf-8").partition("@DATA@")
    yield f'{before}{_inside_a_script(data).removesuffix("}")},"units":['
    for number, row in enumerate(standings):
        head = _inside_a_script(_unit(row, links)).removesuffix("}")
        yield f'{"," if number else ""}{head},"findings":{found.pop(row.book, "[]")}}}'
    yield f"]}}{behind}"


def _inside_a_script(data: object) -> str:
    """No text of a workbook can end the element in which it stands."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _findings(one: ExaminedBook) -> list[dict[str, Any]]:
    findings: list[dict[str, Any]] = (one.document or {})["findings"]
    return [finding for finding in findings if finding["severity"] != "note"]


def _said(finding: dict[str, Any]) -> tuple[str, str, str, str]:
    """Of a finding its level, what it says, how to mend it, and how it is explained."""
    return (_level(finding), finding["message"], finding["mend"], finding["explanation"])


def _level(finding: dict[str, Any]) -> str:
    return "explained" if finding["outcome"] == "explained" else finding["severity"]


def _numbers(standings: list[Standing], counting: list[Standing]) -> Iterator[tuple[str, int]]:
    found = turnout(standings)
    if found.listed:
        yield "应报单位", found.due
        yield "已报单位", found.came
        yield "未报单位", len(found.unreported)
    yield "计入的工作簿", len(counting)
    late = sum(row.arrival is Arrival.LATE for row in counting)
    yield from ([("其中逾期", late)] if late else [])
    yield "未计入的文件", sum(bool(row.book) and not row.counts for row in standings)
    verdicts = Counter(row.verdict for row in counting)
    yield from ((str(verdict), verdicts[verdict]) for verdict in Review if verdict is not Review.NONE)


def _scores(counting: list[Standing]) -> list[tuple[str, int]]:
    lows = [max(0, int(float(row.score) // _STEP * _STEP)) for row in counting if row.score]
    counted = Counter(min(low, 100 - _STEP) if low >= _LOWEST else 0 for low in lows)
    classes = [(f"{low}～{low + _STEP}分", counted[low]) for low in range(_LOWEST, 100, _STEP)]
    return [(f"{_LOWEST}分以下", counted[0]), *classes] if lows else []


class _Rules:
    """Which rules are broken by how many of the units that count."""

    def __init__(self, counting: list[Standing], titles: RuleTitles) -> None:
        self._forms, self._titles = {row.book: row.form for row in counting}, titles
        self._broken: Counter[str] = Counter()
        self._called: dict[str, str] = {}

    def add(self, book: str, findings: list[dict[str, Any]]) -> None:
        if book not in self._forms:
            return
        broken = {one["id"]: one["label"] for one in findings if _level(one) != "explained"}
        for rule, label in broken.items():
            self._called.setdefault(rule, self._titles.of(self._forms[book], rule, label))
        self._broken.update(broken.keys())

    def often(self) -> list[tuple[str, int, str]]:
        """By what most units break: the title, the number of units, and the rule's own number."""
        often = sorted(self._broken.items(), key=lambda item: (-item[1], item[0]))[:_RULES]
        return [(self._called[rule], number, f"{rule} {self._called[rule]}") for rule, number in often]


def _unit(row: Standing, links: UnitLinks) -> dict[str, Any]:
    head: dict[str, Any] = {name: getattr(row, name) for name in _HEAD}
    head |= dict.fromkeys(("errors", "warnings", "behind", "explained")) if row.verdict is Review.NONE else {}
    head["parent"] = row.listed.parent if row.listed else ""
    found = ((what, links(row, what)) for what in (BOOK, "结果", "报告", "退回通知"))
    return {
        **head,
        "links": [(link.text if what == "退回通知" else what, link.target) for what, link in found if link],
    }
