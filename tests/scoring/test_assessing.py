"""Scores and what is said about them, for forms with and without an assessment."""

from scoring.test_changed_presets import printed

from jixiao.pack.loading import load_pack
from jixiao.scoring.assessing import assessed

PACK = load_pack()
FRAMEWORK = PACK.framework(PACK.form.framework)


def test_what_is_typed_over_presets_comes_before_what_the_scores_lack():
    scorecard, findings = assessed(printed({("B1", "三级指标"): "支出进度"}), FRAMEWORK, PACK)
    assert scorecard is not None
    assert scorecard.framework == FRAMEWORK.printed
    assert findings[0].id == "SCORE-05"
    assert {finding.id for finding in findings[1:]} <= {"SCORE-02", "SCORE-03", "SCORE-04", "SCORE-06"}


def test_a_form_that_scores_nothing_has_neither():
    accounts = load_pack("department-final-accounts")
    assert assessed(printed(), None, accounts) == (None, ())
