"""Every planted slip of a folder is found, and nobody else is accused."""

from pathlib import Path

import pytest
from crew_work import Here
from desk_folder import SLIP, make_folder
from live_books import Books
from volume import volume
from workbook.books import silent_pack

from jixiao.desk.batch import work_on
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.examining import Orders
from jixiao.desk.standing import Arrival, brief
from jixiao.desk.store import FILE, Store
from jixiao.desk.units import standings


def sums(one: ExaminedBook) -> list[str]:
    """What is said about figures that do not come out; blanks are another matter."""
    findings = (one.document or {})["findings"]
    return [each["message"] for each in findings if each["severity"] == "error" and each["difference"]]


@pytest.mark.volume
def test_every_slip_is_found_and_nobody_else_is_accused(tmp_path: Path) -> None:
    made = make_folder(tmp_path / "上报", volume(200, 24), Books(silent_pack()))
    with Store(tmp_path / FILE) as store:
        list(work_on(store, Here(), Orders(str(tmp_path / "上报"))))
        found = {one.book: one for one in store.all()}
        rows = {row.book: row for row in standings(map(brief, found.values()))}
    assert [(book, sums(found[book])) for book in (*made.sound, *made.other_year) if sums(found[book])] == []
    for book in made.slipped:
        assert any(SLIP.split(".")[0] in message for message in sums(found[book])), book
    twins = {book.replace("-旧", "") for book in made.doubled}
    assert {rows[book].arrival for book in (*made.sound, *made.slipped) if book not in twins} == {
        Arrival.CAME
    }
    assert {rows[book].arrival for book in made.other_year} == {Arrival.OTHER_YEAR}
    assert {rows[book].arrival for book in made.broken} == {Arrival.UNREADABLE}
    pairs = [(rows[book].arrival, rows[book.replace("-旧", "")].arrival) for book in made.doubled]
    assert all(sorted(pair) == sorted((Arrival.CAME, Arrival.DOUBLED)) for pair in pairs)
