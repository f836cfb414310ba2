from jixiao.desk.summary.rule_titles import RuleTitles
from jixiao.pack.loading import load_pack


def test_rules_of_one_year_of_two_and_of_no_pack_have_titles_and_others_their_label() -> None:
    titles = RuleTitles(load_pack)

    def of(rule: str, form: str = "department-overall") -> str:
        return titles.of(form, rule, "某格")

    assert of("FUND-02") == "基金支出合计等于各项支出之和"
    assert of("YEAR-04") == "上年年末结转结余等于上年工作簿的年末数"
    assert of("SCORE-03") == "评分和扣分原因"
    assert of("OWN-01") == of("OWN-01", "project-self-evaluation") == "某格"
