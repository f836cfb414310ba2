from __future__ import annotations

import pytest
from relation.spoken import in_sentence, stated
from small_sheet import VOCABULARY, record, scope, with_rows

from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.syntax import RelationError

ROWS = [("208", "社保", "1"), ("20805", "养老", "2"), ("208", "后一行", "3"), ("", "没有编码", "4")]


@pytest.mark.parametrize(("name", "found"), [("208", "社保"), ("20805", "养老"), ("209", ""), (None, "")])
def test_the_first_row_with_the_key_gives_its_text(name: str | None, found: str):
    run = Evaluation(scope(with_rows(record(总_名称=name), ROWS)))
    expression = bind("XLOOKUP(总.名称, 表.编码, 表.名称)", VOCABULARY).expression
    assert run.value(expression) == found
    assert len(run.facts) == (2 if found else 1)  # the key, and what stands beside it


@pytest.mark.parametrize(
    ("relation", "reason"),
    [
        (
            "XLOOKUP(总.名称, 表.编码, 表.金额)",
            "argument 3 of XLOOKUP must be a column of texts, not “表.金额”",
        ),
        ("XLOOKUP(总.名称, 表.编码, 总.名称)", "XLOOKUP takes from another table than it looks through"),
        ('XLOOKUP("208", "208", 表.名称)', "argument 2 of XLOOKUP must be a column"),
    ],
)
def test_what_cannot_be_looked_up_is_refused(relation: str, reason: str):
    with pytest.raises(RelationError, match=reason):
        bind(relation, VOCABULARY)


def test_it_is_said_which_row_is_meant():
    relation = 'XLOOKUP("208", 表.编码, 表.名称)'
    assert in_sentence(relation) == "“表”中科目编码为208的名称"
    assert stated(relation) == "“表”中科目编码为208的名称是“社保”"
    assert stated('XLOOKUP("210", 表.编码, 表.名称)') == "“表”中科目编码为210的名称没有填写"
