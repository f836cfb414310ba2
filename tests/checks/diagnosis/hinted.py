"""What is suspected of a year that is consistent but for one slip."""

from __future__ import annotations

from decimal import Decimal

from balanced import PACK, Year, record_of

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.suspected import suspected_cells
from jixiao.checks.unit import Unit
from jixiao.model.hint import Hint


def hints(year: Year) -> list[Hint]:
    record = record_of(year.filling(), "元")
    network = Network(confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes), PACK.formulas)
    return [*suspected_cells(network, Unit("元", Decimal(1)), record, PACK).values()]
