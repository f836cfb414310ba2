"""import.toml as typed data: by which words foreign tables, their columns and rows are recognised."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from jixiao.importing.labels import label, letters
from jixiao.model.errors import UnusableInput
from jixiao.pack.errors import PackError
from jixiao.pack.loading import data_folder, load_pack, pack_names
from jixiao.pack.pack import Pack
from jixiao.pack.sections import TableSection
from jixiao.pack.toml_file import parsed, typed
from jixiao.strict import Strict

FILE = "import.toml"
SHARED = "published-tables.toml"  # beside the packs: words that all of them use


class GuideColumn(Strict, kw_only=True):
    """A column of amounts. A label may be a path from the upper header to the lower one: upper/lower.

    `total`: the term of its row of totals, where it is another than the part says. `of`: the column that says
    the same once more in the rows with codes, such as 合计 beside 人员经费. `before`: the column that says
    the same of the year after, where a table prints two years. `unused`: the form does not have it.
    """

    name: str
    labels: tuple[str, ...]
    total: str = ""
    of: str = ""
    before: str = ""
    unused: bool = False

    @property
    def paths(self) -> Iterator[tuple[str, ...]]:
        for text in self.labels:
            yield tuple(label(part) for part in text.split("/"))


class Row(Strict, kw_only=True):
    name: str
    labels: tuple[str, ...]
    after: str = ""  # counts only below the row of this name; for labels that occur twice


class Part(Strict, kw_only=True):
    """What a block of columns of a table holds, and the terms it goes to.

    Patterns: {column} and {row} stand for the names of column and row. `table` takes the rows that have
    a code, or for a table printed in the form a name; `total` the row of totals; `term` the rows listed;
    `single` the only row there is. `sum`: a column whose total has no term, being the sum of the others.
    `named`: rows of `table` have a name and no code. `again`: a row that says no more than the totals
    (that of the only unit) is understood.
    """

    columns: tuple[GuideColumn, ...]
    under: tuple[str, ...] = ()  # upper headers that tell this part from the others
    table: str = ""
    total: str = ""
    rows: tuple[Row, ...] = ()
    term: str = ""
    single: str = ""
    sum: str = ""
    named: bool = False
    again: bool = False


class Table(Strict, kw_only=True):
    titles: tuple[str, ...]
    parts: tuple[Part, ...]
    empty_note: str = ""  # the term that takes the note of an empty table
    never: tuple[str, ...] = ()  # words of a title that make another table of it
    prefixed: bool = False  # whatever stands before the title, it is this table

    @property
    def name(self) -> str:
        return self.titles[0]


class OtherTables(Strict, kw_only=True):
    """Published tables that are not those of the form, known by a word of their titles."""

    name: str
    word: str
    ends: str  # how all their titles end
    never: tuple[str, ...]  # words of other titles

    def fits(self, text: str) -> bool:
        """Whether a text is such a title."""
        plain = letters(text)
        return self.word in plain and plain.endswith(self.ends) and not any(w in plain for w in self.never)


class Words(Strict, kw_only=True):
    """Words that all tables share; those before `unit` are the pack's own, the others those of all packs."""

    kind: str  # what one of the tables is called
    sets: tuple[str, ...]  # what all tables together are called
    never_before: tuple[str, ...]  # words before a title that make another table of it
    others: tuple[OtherTables, ...]
    unit: tuple[str, ...]  # what stands before the unit of the amounts
    unit_name: tuple[str, ...]  # what stands before the name of the reporting unit
    units: dict[str, tuple[str, ...]]  # unit -> how it is written
    numbers: tuple[str, ...]  # what stands before the number of a table
    codes: tuple[str, ...]  # headers of code columns
    names: tuple[str, ...]  # headers of the columns that hold the rows' labels
    lines: tuple[str, ...]  # headers of the numbering of rows and columns
    totals: tuple[str, ...]  # labels of the row of totals
    offices: tuple[str, ...]  # how the name of a unit ends
    never_names: tuple[str, ...]  # how no name of a unit begins
    continued: tuple[str, ...]  # how a further page of a table is called
    notes: tuple[str, ...]  # how a note under a table begins
    absent: tuple[str, ...]  # how a note says that a table is empty
    beside: tuple[str, ...]  # columns that some places print and no form of ours has
    older_names: dict[str, tuple[str, ...]]  # code -> names that it had in other years


class OwnCodes(Strict, kw_only=True):
    """The columns of the table in which a unit enters codes that the code lists do not have."""

    code: str
    name: str


class Guide(Strict, kw_only=True):
    words: Words
    own_codes: OwnCodes
    table: tuple[Table, ...]


class Known:
    """The words of one table, as they are compared."""

    def __init__(self, guide: Guide, table: Table, pack: Pack) -> None:
        words = guide.words
        self.words, self.table, self.pack = words, table, pack
        self.codes = {label(word) for word in words.codes}
        self.names = {label(word) for word in words.names}
        self.lines = {label(word) for word in words.lines}
        self.totals = {label(word) for word in words.totals}
        self.unders = {label(word) for part in table.parts for word in part.under}
        self.columns = {
            piece
            for part in table.parts
            for column in part.columns
            for path in column.paths
            for piece in path
        }
        self.beside = {label(word) for word in words.beside} - self.columns

    @cached_property
    def headers(self) -> set[str]:
        return self.codes | self.names | self.lines | self.unders | self.columns | self.beside

    @cached_property
    def rows(self) -> set[str]:
        """All labels that a row may have."""
        listed = {label(text) for part in self.table.parts for row in part.rows for text in row.labels}
        return listed | self.totals | {name for part in self.table.parts for name in self.printed(part)}

    def printed(self, part: Part) -> dict[str, str]:
        """Label -> code, for a table whose rows are printed in the form."""
        section = section_of(self.pack, part.table)
        if section is None or not section.given:
            return {}
        name = next(name for name in section.given[0] if name != section.key)
        codes = {label(row[name]): row[section.key] for row in section.given}
        for code, names in self.words.older_names.items():
            codes |= {label(name): code for name in names}
        return codes


def section_of(pack: Pack, table: str) -> TableSection | None:
    """The section of the form that holds a table."""
    return next((each for each in pack.form.sections(TableSection) if each.name == table), None)


def published_packs() -> list[Pack]:
    """The packs whose tables are published, so that they can be imported."""
    folder = data_folder("workbook_templates")
    return [load_pack(name) for name in pack_names() if (folder / name / FILE).is_file()]


def load_guide(pack: Pack) -> Guide:
    """The pack's guide. Raises UnusableInput if it has none, PackError if it names what the form lacks."""
    path = pack.folder / FILE
    if not path.is_file():
        known = "、".join(each.form.called for each in published_packs())
        raise UnusableInput(f"表样 {pack.form.called} 里没有公开表，不能导入。能导入的是：{known}。")
    own, shared = parsed(path), parsed(pack.folder.parent / SHARED)
    guide = typed({**own, "words": {**shared["words"], **own["words"]}}, Guide, path)
    for key in ("code", "name"):
        if (term := getattr(guide.own_codes, key)) not in pack.vocabulary:
            raise PackError(path, "", f"unknown term “{term}”", ("own_codes", key))
    for number, table in enumerate(guide.table):
        unknown = [term for part in table.parts for term in terms_of(part) if term not in pack.vocabulary]
        unknown += [table.empty_note] if table.empty_note and table.empty_note not in pack.vocabulary else []
        if unknown:
            raise PackError(path, table.name, f"unknown term “{unknown[0]}”", ("table", number))
    return guide


def terms_of(part: Part) -> Iterator[str]:
    """All terms that a part may fill."""
    for column in (column for column in part.columns if not column.unused):
        total = "" if column.name == part.sum else column.total or part.total
        rows = f"{part.table}.{{column}}" if part.table and not column.of else ""
        yield from (filled(pattern, column.name) for pattern in (total, part.single, rows) if pattern)
        yield from (filled(part.term, column.name, row.name) for row in part.rows)


def filled(pattern: str, column: str, row: str = "") -> str:
    """The term that a pattern gives for a column and a row."""
    return pattern.replace("{column}", column).replace("{row}", row)


BEHIND = 12  # letters behind a title, such as its number; more makes a sentence of it
_SENTENCE = frozenset("。；，")


def title_in(text: str, guide: Guide) -> Table | None:
    """The table whose title a text bears: the longest that fits, if nothing makes another table of it."""
    if not _SENTENCE.isdisjoint(text):
        return None
    plain = letters(text)
    titles = [(table, title) for table in guide.table for title in _plain(table.titles) if title in plain]
    if not titles or plain.startswith(_plain(guide.words.notes)):
        return None
    found: list[tuple[int, Table]] = []
    for table, title in titles:
        before, _, behind = plain.partition(title)
        other = before.endswith(guide.words.never_before) and not table.prefixed
        other = other or any(word in plain for word in table.never)
        if len(behind) <= BEHIND and not other:
            found.append((len(title), table))
    return max(found, key=lambda match: match[0])[1] if found else None


@lru_cache(maxsize=64)
def _plain(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(letters(text) for text in texts)
