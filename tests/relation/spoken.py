"""Relations of the small sheet in both voices: planned in an equation, found in a sentence."""

from __future__ import annotations

from msgspec.structs import replace
from small_sheet import VOCABULARY as SMALL
from small_sheet import record, scope, with_rows

from jixiao.model.fact import Record
from jixiao.model.listed_codes import ListedCodes
from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.syntax import Call
from jixiao.relation.words.equation import equation
from jixiao.relation.words.quoting import QuotingVoice

VOCABULARY = {
    **SMALL,
    "表.编码": replace(SMALL["表.编码"], label="科目编码"),
    "他.金额": replace(SMALL["他.金额"], sheet="他表"),
}
CODES = {"科目": ListedCodes({"208": "社会保障"}, {"208": (2022, 2023)}, {})}
BASE = with_rows(record(总_一="4", 总_名称="甲"), [("208", "社保", "1"), ("20805", "养老", "2")])


def in_equation(text: str) -> str:
    return equation(bind(text, VOCABULARY), VOCABULARY)


def in_sentence(text: str, base: Record = BASE) -> str:
    return voice(text, base).said(bind(text, VOCABULARY).expression)


def voice(text: str, base: Record = BASE) -> QuotingVoice:
    """The voice that speaks of the first record which the relation is evaluated for."""
    at = next(replace(scope(base), vocabulary=VOCABULARY).each(bind(text, VOCABULARY).path))
    return QuotingVoice(VOCABULARY, Evaluation(at, CODES))


def stated(text: str, base: Record = BASE) -> str:
    """How it stands, said of what the call came to."""
    call, speaker = bind(text, VOCABULARY).expression, voice(text, base)
    assert isinstance(call, Call)
    state = FUNCTIONS[call.function].stated
    assert state is not None
    return state(speaker, call.arguments, speaker.run.value(call))
