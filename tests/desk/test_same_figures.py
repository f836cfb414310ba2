"""Workbooks that were copied and renamed are told; few amounts, and a department with one unit, are not."""

from balanced import Year, record_of
from msgspec.structs import replace

from jixiao.desk.roster import Listed, Roster
from jixiao.desk.same_figures import amounts_digest
from jixiao.desk.standing import Brief
from jixiao.desk.units import standings
from jixiao.pack.loading import load_pack

PLAIN = Brief("a.xlsm", "1", "1", None, "", "甲局", "", "2024", "f", {}, "95", "优", amounts="数")
OTHER = replace(PLAIN, book="b.xlsm", digest="2", name="乙局")


def advice(*books: Brief, roster: Roster | None = None) -> list[str]:
    return [row.advice for row in standings(books, roster)]


def test_the_same_amounts_under_two_names_are_told_on_both_sides() -> None:
    assert "主要数据与“b.xlsm”（乙局）完全相同，请核实" in advice(PLAIN, OTHER)[0]
    assert "主要数据与“a.xlsm”（甲局）完全相同，请核实" in advice(PLAIN, OTHER)[1]


def test_other_amounts_too_few_of_them_or_another_form_are_not_told() -> None:
    for changed in ({"amounts": "别"}, {"amounts": ""}, {"form": "g"}):
        other = replace(OTHER, **changed)
        assert advice(replace(PLAIN, amounts=other.amounts and "数"), other) == ["", ""]


def test_a_department_says_the_same_as_its_only_unit() -> None:
    units = (Listed("甲局", row=2), Listed("乙局", parent="甲局", row=3))
    assert advice(PLAIN, OTHER, roster=Roster(units)) == ["", ""]
    assert (
        "完全相同" in advice(PLAIN, OTHER, roster=Roster(tuple(replace(one, parent="") for one in units)))[0]
    )


def test_the_digest_follows_from_many_amounts_and_from_nothing_else() -> None:
    pack = load_pack()
    record = record_of(Year(3).filling("万元"), "万元")
    named = replace(
        record, fields={**record.fields, "单位.名称": replace(record.fields["单位.名称"], value="乙局")}
    )
    fact = record.fields["支出.合计"]
    changed = replace(record, fields={**record.fields, "支出.合计": replace(fact, value=fact.number + 1)})
    digest = amounts_digest(record, pack.vocabulary)
    assert digest
    assert amounts_digest(named, pack.vocabulary) == digest != amounts_digest(changed, pack.vocabulary)
    assert amounts_digest(replace(record, fields={"支出.合计": fact}), pack.vocabulary) == ""
