"""A row of the unit's own indicators without a weight has no score, and the whole no grade."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from jixiao.building.samples import samples
from jixiao.pack.computed import record_of
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import load_pack
from jixiao.scoring.assessing import assessed

PACK = load_pack("project-self-evaluation")


def card(weight: Decimal | None):
    """The sample, in which the weight of the second row is another one."""
    (sample,) = (each for each in samples() if each.pack == PACK.form.id or "project" in each.pack)
    filling = read_filling(sample.values, PACK)
    rows = list(filling.groups["自定指标"])
    entries = {term: entry for term, entry in rows[1].entries.items() if term != "自定指标.分值"}
    entries |= {} if weight is None else {"自定指标.分值": weight}
    rows[1] = replace(rows[1], entries=entries)
    changed = replace(filling, groups={**filling.groups, "自定指标": tuple(rows)})
    return assessed(record_of(changed, PACK), PACK.framework(PACK.form.framework), PACK)[0]


@pytest.mark.parametrize("weight", [None, Decimal(0)])
def test_without_a_weight_nothing_is_printed_as_a_grade(weight):
    found = card(weight)
    assert not found.complete
    assert found.grade == ""
    assert [each.obstacle.label for each in found.scores if each.obstacle] == ["得分"]


def test_with_all_weights_there_is_a_grade():
    assert card(Decimal(10)).grade
