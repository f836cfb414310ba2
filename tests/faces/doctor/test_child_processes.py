"""Microsoft Defender's rule against Office's child processes, wherever a described machine has it."""

import pytest
from faces.doctor.machines import OFFICE_365, linux, windows

from jixiao.faces.doctor.child_processes import BLOCK, LISTED, OWN, RULE, WARN, child_processes
from jixiao.faces.doctor.examination import examine
from jixiao.faces.doctor.observation import Condition, button_works

ANOTHER = "92e97fa1-2edf-4476-bdd6-9dd0b4dddc7b"


@pytest.mark.parametrize(
    ("value", "state"),
    [("1", Condition.TROUBLE), (1, Condition.TROUBLE), (6, Condition.NOTE), (2, Condition.FINE)],
)
@pytest.mark.parametrize("key", OWN)
def test_a_rule_of_its_own_value(key, value, state):
    [finding] = child_processes(windows({**OFFICE_365, (key, RULE): value}))
    assert finding.state is state


@pytest.mark.parametrize("place", LISTED)
@pytest.mark.parametrize("braces", ["{}", "{{{}}}"])
def test_a_rule_in_a_list(place, braces):
    rules = f"{braces.format(ANOTHER)}={WARN}|{braces.format(RULE.upper())}={BLOCK}"
    [finding] = child_processes(windows({**OFFICE_365, place: rules}))
    assert finding.state is Condition.TROUBLE
    assert "排除项" in finding.todo
    assert "jixiao watch" in finding.todo


def test_the_buttons_do_not_work_under_the_rule():
    assert button_works(examine(windows({**OFFICE_365})))
    assert not button_works(examine(windows({**OFFICE_365, (OWN[0], RULE): "1"})))


def test_nothing_is_said_without_the_rule_or_without_excel():
    assert not list(child_processes(windows({**OFFICE_365, (LISTED[0][0], "ASRRules"): f"{ANOTHER}=1"})))
    assert not list(child_processes(windows({**OFFICE_365, (OWN[0], RULE): 0})))
    assert not list(child_processes(windows({(OWN[0], RULE): 1})))
    assert not list(child_processes(linux()))
