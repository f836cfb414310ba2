"""A year of a budget unit, invented at random and consistent to the cent: what a perfect workbook holds.

Made from the leaves up: leaves are random, totals are sums. Last year's figures and the budget are of the
size of this year's, as in life. Amounts are 元; `filling` gives them in the unit that a workbook asks for,
rounded as an accountant would.
"""

from balanced.chance import CENT
from balanced.entries import FACTORS, PACK, Amounts, entries_of, record_of
from balanced.year import Year

__all__ = ["CENT", "FACTORS", "PACK", "Amounts", "Year", "entries_of", "record_of"]
