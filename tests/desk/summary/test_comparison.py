from jixiao.desk.standing import Arrival, Standing
from jixiao.desk.summary.comparison import ranking_sheet
from jixiao.desk.summary.contents import UnitBooks
from jixiao.pack.loading import load_pack


def ranked(*forms: str) -> tuple[list[str], list[object]]:
    rows = [Standing(form, "", Arrival.CAME, form=form, score="90") for form in forms]
    sheet = ranking_sheet(UnitBooks(rows, lambda books: [], lambda books: []), load_pack)
    return [column.label for column in sheet.columns], [row[0] for row in sheet.rows]


def test_of_several_forms_each_row_of_the_ranking_says_which() -> None:
    titles = [load_pack(form).form.title for form in ("department-overall", "project-self-evaluation")]
    labels, first = ranked("project-self-evaluation", "department-overall")
    assert (labels[:3], first) == (["表样", "名次", "单位名称"], titles)
    labels, first = ranked("department-overall", "department-overall")
    assert (labels[:2], first) == (["名次", "单位名称"], [1, 1])
