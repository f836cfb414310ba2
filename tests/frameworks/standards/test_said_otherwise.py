"""A target with two figures is told; what is said twice, or of something else, is not."""

import pytest
from frameworks.reading import standard

from jixiao.frameworks.standards.said_otherwise import said_otherwise


@pytest.mark.parametrize(
    ("text", "explanation", "told"),
    [
        ("计划新增2400个，每少100个扣0.5分。", "年度计划新增学位2000个。", ("2000", "2400")),
        ("≥95%得5分，每低1%扣1分", "目标值90%", ("90%", "95%")),
        ("≥95%得5分，其余不得分", "指标值≥90%", ("90%", "95%")),
    ],
)
def test_two_figures_are_told(text, explanation, told):
    (said,) = said_otherwise(standard(text), explanation)
    assert all(each in said for each in told)


@pytest.mark.parametrize(
    ("text", "explanation"),
    [
        ("完成率100%得满分，每少10人扣0.5分", "年度计划培训600人"),
        ("完成目标的90%以上得满分", "增长目标5%"),
        ("≥95%得5分", "完成数÷计划数×100%"),
        ("培训5000人次得满分", "计划培训0.5万人次"),
        ("每完成100亩得1分", "计划500亩"),
        ("增长5%得5分", "计划3月底前完成"),
    ],
)
def test_what_agrees_or_is_of_something_else_stays_silent(text, explanation):
    assert not list(said_otherwise(standard(text), explanation))
