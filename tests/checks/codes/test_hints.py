from __future__ import annotations

import msgspec
import pytest
from checks.sheets import YUAN, sheet

from jixiao.checks.codes.attempts import Mend
from jixiao.checks.codes.faults import CodeFault
from jixiao.checks.codes.hints import code_hints
from jixiao.checks.findings import findings_of
from jixiao.checks.keys import keys_of
from jixiao.model.fact import Fact, Kind, Place, State

VERDICTS = sheet(
    "合计 = 一 + 二", "总计 = 合计", "三 = 四", 合计="3.00", 一="1.00", 总计="4.00", 三="1.00"
).verdicts
KEYS = keys_of(VERDICTS)
CELL = Fact("表.编码", "科目编码", Kind.CODE, Place("表", "A7"), "208050")


def fault(cell: Fact | None = CELL, mend: Mend = Mend.CODE, **needed: str) -> CodeFault:
    codes = {code.removeprefix("c"): name for code, name in needed.items()}
    mend = mend if cell else Mend.ADDED
    return CodeFault("表", mend, (VERDICTS[1], VERDICTS[0]), tuple(codes), tuple(codes.values()), cell)


def messages(one: CodeFault) -> dict[str, str]:
    hints = code_hints([one], KEYS)
    found = hints.leading(findings_of(VERDICTS, YUAN, hints.said))
    return {finding.id: finding.message for finding in found}


def test_the_fault_is_told_first_and_the_others_point_to_it():
    told = messages(fault(c20805="养老"))
    assert list(told) == ["X-2", "X-1", "X-3"]
    assert told["X-2"].endswith(
        "表!A7 “科目编码”填 208050，若为 20805（养老）则2项全部相符，像是打错了编码。"
    )
    assert told["X-1"].endswith("很可能是表!A7 编码 208050 填错引起的。")
    assert "编码" not in told["X-3"]


def test_what_comes_of_a_fault_follows_the_finding_that_tells_it():
    found = findings_of(VERDICTS, YUAN, code_hints([fault(c20805="养老")], KEYS).said)
    assert {finding.id: finding.follows for finding in found} == {"X-1": "X-2", "X-2": "", "X-3": ""}


def test_a_code_without_a_name_is_told_without_brackets():
    assert "若为 20805 则2项全部相符" in messages(fault(c20805=""))["X-2"]


def test_of_codes_that_the_list_lacks_the_list_is_not_said_to_have_them():
    said = code_hints([fault(c20805="", c20850="其他")], KEYS).said[id(VERDICTS[1])]
    assert said.ending == "只差一位的有 20805、20850（其他）。"


def test_several_codes_that_may_be_meant_are_listed():
    said = code_hints([fault(c20805="养老", c20850="其他")], KEYS).said[id(VERDICTS[1])]
    assert said.ending == "代码表中只差一位的有 20805（养老）、20850（其他）。"
    assert [one.corrections[0].needed for one in said.suggestions] == ["20805", "20850"]


def test_a_missing_row_has_no_cell_to_correct():
    told = messages(fault(None, c20805="养老"))
    assert told["X-2"].endswith("补上 20805（养老）一行（各栏为其下各行之和）则2项全部相符，像是漏列一行。")
    assert told["X-1"].endswith("很可能是缺 20805 这一行引起的。")
    said = code_hints([fault(None, c20805="养老")], KEYS).said[id(VERDICTS[1])]
    assert said.suggestions[0].corrections == ()


def test_a_repeated_row_is_to_be_dropped():
    told = messages(fault(mend=Mend.DROPPED, c208050=""))
    assert told["X-2"].endswith("删去 表!A7 这一行则2项全部相符，像是同一行录了两遍。")
    assert told["X-1"].endswith("很可能是表!A7 编码 208050 重复引起的。")


def test_a_row_that_shares_a_code_is_to_be_put_into_the_other():
    told = messages(fault(mend=Mend.MERGED, c208050=""))
    assert told["X-2"].endswith(
        "表!A7 这一行的数并入 208050 的第一行，则2项全部相符，像是一个编码分成了两行。"
    )
    assert told["X-1"].endswith("很可能是表!A7 编码 208050 重复引起的。")


def test_a_row_without_a_code_is_placed_below_one_code_or_several():
    blank = msgspec.structs.replace(CELL, value=None, typed="", state=State.BLANK)
    assert (
        "“科目编码”空着，若为 20805（养老）的下级则2项全部相符"
        in messages(fault(blank, Mend.BELOW, c20805="养老"))["X-2"]
    )
    said = code_hints([fault(blank, Mend.BELOW, c20805="养老", c210="卫生")], KEYS).said[id(VERDICTS[1])]
    assert said.ending == "表!A7 “科目编码”空着，可能是 20805（养老）、210（卫生）的下级。"


@pytest.mark.parametrize("faults", [[], [fault(c20805="养老")]])
def test_a_book_without_faults_keeps_its_order(faults: list[CodeFault]):
    found = findings_of(VERDICTS, YUAN)
    assert set(code_hints(faults, KEYS).leading(found)) == set(found)
    assert code_hints([], KEYS).leading(found) == found
