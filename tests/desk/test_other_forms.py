from jixiao.desk.other_forms import about_other_forms
from jixiao.desk.standing import Arrival, Standing

WHOLE, PROJECT = "department-overall", "project-self-evaluation"


def sent(name: str, form: str, arrival: Arrival = Arrival.CAME) -> Standing:
    return Standing(f"{name}（某项目）" if form == PROJECT else name, "", arrival, form=form, unit=name)


def test_a_unit_without_the_form_that_most_have_sent_is_told() -> None:
    most = [sent("甲局", WHOLE), sent("乙局", WHOLE), sent("乙局", PROJECT)]
    (said,) = about_other_forms([*most, sent("丙局", PROJECT), sent("丙局", PROJECT)])
    assert "也算已报：“丙局”只有“项目支出绩效自评标准工作簿”。" in said
    late = sent("丙局", WHOLE, Arrival.LATE)
    assert list(about_other_forms([*most, sent("丙局", PROJECT), late])) == []


def test_where_no_form_is_usual_or_nothing_has_come_nothing_is_told() -> None:
    half = [sent("甲局", WHOLE), sent("乙局", PROJECT)]
    assert list(about_other_forms(half)) == list(about_other_forms([])) == []
    assert list(about_other_forms([*half, sent("丙局", WHOLE, Arrival.DOUBLED)])) == []
