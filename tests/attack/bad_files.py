"""Files that no accountant has made: more than sixty kinds, each anew for every seed."""

from __future__ import annotations

from attack import damaged_books, foreign_papers, foreign_tables, strange_markup, strange_parts, swollen_books
from attack.kinds import Kinds
from attack.long_texts import rosters  # adds to the others, too
from attack.sample_book import books
from attack.swollen_markup import LISTED as LISTED  # adds to the others

FAMILIES = (damaged_books, swollen_books, strange_markup, strange_parts)  # all of them list workbooks of ours
files = Kinds()
for family in (
    books,
    foreign_tables.tables,
    foreign_tables.old_tables,
    foreign_papers.documents,
    foreign_papers.pdfs,
    foreign_papers.plain,
    rosters,
):
    files.listed |= family.listed
