"""A framework that cannot be right is refused before any workbook is opened, with the reason."""

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from refusals import refused
from scoring.records import FOLDER, VOCABULARY, framework, with_indicator

from jixiao.methods.judgements import Checklist, Point
from jixiao.methods.rates import Band, Bands
from jixiao.pack.errors import PackError
from jixiao.pack.framework import IndicatorExample
from jixiao.pack.framework_proof import prove_whole
from jixiao.pack.frameworks import load_framework

change = msgspec.structs.replace


FILE = Path("some.toml")


def refusal(framework):
    with pytest.raises(PackError) as caught:
        prove_whole(framework, VOCABULARY, FILE)
    return f"{caught.value.file}: {caught.value.place}: {caught.value.reason}"


def test_weights_that_do_not_add_up_are_refused():
    message = refusal(with_indicator("G4", max_score=Decimal(8)))
    assert "产出及效果/履职效益=29" in message
    assert "产出及效果/履职效益=28" in message


def test_levels_that_do_not_add_up_to_the_total_are_refused():
    message = refusal(change(framework(), total=Decimal(99)))
    assert message == "some.toml: : the weights add up to 100, declared are 99"


def test_an_id_that_occurs_twice_is_refused():
    assert "C1: the id occurs twice" in refusal(with_indicator("C2", id="C1"))


def test_indicators_out_of_the_order_of_the_levels_are_refused():
    first, *others = framework().indicators
    assert "in the order of the levels" in refusal(change(framework(), indicators=(*others, first)))


def test_grades_out_of_order_are_refused():
    assert "from the best down to 0" in refusal(change(framework(), grades=framework().grades[::-1]))


def test_an_unknown_term_is_refused_with_the_nearest_known_one():
    message = refusal(with_indicator("B1", measure="支出.合记 / 整体预算.年初预算数"))
    assert "B1: unknown term “支出.合记”" in message
    assert "did you mean “支出.合计”?" in message


@pytest.mark.parametrize(
    ("bands", "reason"),
    [
        ((Band(upper=Decimal("0.2"), score=Decimal(5)),), "应只有最后一档没有上限“upper”"),
        (
            (
                Band(upper=Decimal("0.2"), score=Decimal(5)),
                Band(upper=Decimal("0.1"), score=Decimal(3)),
                Band(score=Decimal(0)),
            ),
            "各档的上限“upper”应从小到大",
        ),
        ((Band(score=Decimal(4)),), "各档的得分应在0和 5 之间，并有一档得 5"),
    ],
)
def test_bands_with_gaps_or_out_of_reach_are_refused(bands, reason):
    assert reason in refusal(with_indicator("B1", method=Bands(bands=bands)))


def test_a_checklist_that_cannot_reach_its_weight_is_refused():
    method = Checklist(points=(Point(text="一", score=Decimal(1)),))
    assert "A1: 各要点的分值之和应是 3" in refusal(with_indicator("A1", method=method))


def test_a_rate_without_source_is_refused():
    assert "B1: a rate needs either “measure” or “entered”" in refusal(with_indicator("B1", measure=""))


def test_a_judged_method_with_a_measure_is_refused():
    assert "only the methods" in refusal(with_indicator("A1", measure="支出.合计"))


def test_an_indicator_without_examples_is_refused():
    assert "C1: an indicator needs examples" in refusal(with_indicator("C1", examples=()))


def test_an_example_over_an_unknown_cell_is_refused():
    example = IndicatorExample(given={"支出.总计": "1"}, score=Decimal(5))
    assert "“支出.总计”, which is no single cell" in refusal(with_indicator("B1", examples=(example,)))


def copied(folder, old, new):
    """The shipped frameworks in another folder, the variant's text changed."""
    for path in (FOLDER / "frameworks").glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    variant = folder / "reconstructed-2022-53.toml"
    variant.write_text(variant.read_text("utf-8").replace(old, new), "utf-8")
    return variant


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"A1", ', '"A9", ', "A9: neither this file nor reconstructed-2022.toml has this indicator"),
        ('"B8", ', "", "B8: “order” does not name this indicator"),
        ('id = "B9"', 'id = "B5"', "B5: reconstructed-2022 uses this id for another indicator"),
        ('name = "预算完成率"', 'nmae = "预算完成率"', "nmae"),
        (
            'extends = "reconstructed-2022"',
            'extends = "elsewhere"',
            "elsewhere.toml: : there is no such file",
        ),
    ],
)
def test_a_variant_that_fits_its_base_badly_is_refused(tmp_path, old, new, reason):
    with refused(reason):
        load_framework(copied(tmp_path, old, new), VOCABULARY)
