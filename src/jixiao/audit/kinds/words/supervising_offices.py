"""Another office above the unit: 县农业农村局作为主管部门 where it belongs to 县卫生健康局."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.kinds.words.foreign_offices import is_of
from jixiao.audit.kinds.words.usual_faults import unit_name_fault
from jixiao.audit.wording.word_part import either
from jixiao.audit.wording_fault import WordingFault

_PLACE = r"(?:[\u4e00-\u9fff]{2}[市县区州旗]|[省市县区州旗])?"
_SEVERAL = re.compile("项目主管|各主管|主管部门[、和及]|双重|加挂|合署|划转|更名")
_AROUND = 10


def supervising_offices(context: AuditContext) -> Iterator[WordingFault]:
    """The one of another name than that to which the report says the unit belongs."""
    text = "".join(passage.text for passage in context.text.passages)
    if "主管部门" not in text or _SEVERAL.search(text):
        return
    office = rf"{_PLACE}(?P<name>{either(context.words.offices.names)})"
    belongs = re.compile(rf"(?:为|是|系|隶属于?|属于?){office}(?:所属|下属|直属|管理的|主管的|[，。；])")
    above = re.compile(rf"主管部门(?:为|是|：){office}")
    acts = re.compile(rf"{office}(?:作为|是)(?:我[校院馆站所]|我中心|[本我]?单位)?的?主管部门")
    said = {
        match["name"]
        for passage in context.text.passages
        for pattern in (belongs, above)
        for match in pattern.finditer(passage.text)
    }
    if len(said) != 1:
        return
    (right,) = said
    for passage in context.text.prose:
        for match in acts.finditer(passage.text):
            name = match["name"]
            if text.count(name) == 1 and not is_of(name, right) and not is_of(right, name):
                why = f"主管部门别处是“{right}”，这里写的是“{name}”"
                span = match.span("name")
                yield unit_name_fault(passage, span, right, why, passage.around(span, _AROUND))
