"""Figures of a finding bear the workbook's unit only if they are amounts."""

from decimal import Decimal

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.standing import Arrival, Standing
from jixiao.desk.summary.contents import FINDINGS_COLUMNS, UnitBooks, findings_sheet
from jixiao.desk.summary.rule_titles import RuleTitles
from jixiao.pack.loading import load_pack

LABELS = [column.label for column in FINDINGS_COLUMNS]


def test_points_are_not_called_yuan() -> None:
    texts = dict.fromkeys(("label", "message", "mend", "explanation", "sheet", "cell", "outcome"), "")
    one = {**texts, "id": "INC-01", "severity": "error", "stated": "3", "expected": "5", "difference": "2"}
    found = [{**one, "amounts": True}, {**one, "id": "SCORE-03", "amounts": False}]
    document = {"unit": "万元", "findings": found}
    row = Standing("甲局", "", Arrival.CAME, book="a.xlsm", form="department-overall")
    books = [ExaminedBook("a.xlsm", "1", document=document)]
    source = UnitBooks([row], lambda _: books, lambda _: books)
    rows = [dict(zip(LABELS, cells, strict=True)) for cells in findings_sheet(source, _link, TITLES).rows]
    assert [(row["差额"], row["单位"]) for row in rows] == [(Decimal(2), "万元"), (Decimal(2), "")]


def test_what_very_likely_comes_of_another_finding_says_so() -> None:
    names = (
        "id",
        "label",
        "message",
        "mend",
        "explanation",
        "sheet",
        "cell",
        "stated",
        "expected",
        "difference",
    )
    one = {**dict.fromkeys(names, ""), "severity": "warning", "outcome": "inconsistent"}
    found = [{**one, "follows": "EXP-01"}, {**one, "follows": ""}]
    row = Standing("甲局", "", Arrival.CAME, book="a.xlsm", form="department-overall")
    books = [ExaminedBook("a.xlsm", "1", document={"findings": found})]
    source = UnitBooks([row], lambda _: books, lambda _: books)
    rows = [dict(zip(LABELS, cells, strict=True)) for cells in findings_sheet(source, _link, TITLES).rows]
    assert [row["办理"] for row in rows] == ["待办（连带）", "待办"]


TITLES = RuleTitles(load_pack)


def _link(row: Standing, what: str) -> None:
    return None
