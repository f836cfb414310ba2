"""Code lists: CODENAME at any time, CODENAMEAT in a year, CODECHECKED at all, CODECOMPLETE of a level."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.model.listed_codes import NO_CODES, TOP, ListedCodes
from jixiao.model.term import Vocabulary
from jixiao.relation.functions.function import (
    Arguments,
    Evaluator,
    Function,
    Gives,
    ScopedPhrasing,
    Translator,
    always,
)
from jixiao.relation.functions.texts import held
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.spread import Spread, grouped
from jixiao.relation.syntax import Text

# The columns of a list on its sheet: code, name, first and last day, the same of the level below
_NAME, _SINCE, _UNTIL, _LEVEL_SINCE, _LEVEL_UNTIL = range(2, 7)
_NEVER = (9999, 0)  # first and last year of what no list has


def _title(arguments: Arguments) -> str:
    title = arguments[0]
    assert isinstance(title, Text)
    return title.value


def _list(run: Evaluator, arguments: Arguments) -> ListedCodes:
    return run.codes.get(_title(arguments), NO_CODES)


def _refuse_no_title(name: str) -> Callable[[Arguments, Vocabulary], str]:
    reason = f"argument 1 of {name} must be a text in quotes"
    return lambda arguments, vocabulary: "" if isinstance(arguments[0], Text) else reason


def _found(key: str, title: str, column: int) -> str:
    return f'VLOOKUP({key}&"",{title},{column},FALSE)'


def _between(listed: str, title: str, since: int, code: str, year: str) -> str:
    """The year is one of those in the two columns; an error if the code or the year is one, or no number."""
    found = (f"--LEFT({_found(listed, title, column)},4)" for column in (since, since + 1))
    first, last = (f"IFERROR({day},{never})" for day, never in zip(found, _NEVER, strict=True))
    asked = f"INT({year})+0*LEN({code})"
    return f"AND({asked}>={first},{asked}<={last})"


# ---- CODENAME


def _looked_up(title: str, key: str) -> str:
    return f'IFERROR({_found(key, title, _NAME)},"")'


def _listed(title: str, keys: str) -> str:
    return f"COUNTIF(INDEX({title},0,1),{keys})"


def _codename_stated(words: ScopedPhrasing, arguments: Arguments, name: Result) -> str:
    listed = f"代码表《{_title(arguments)}》中"
    if name:
        return f"{listed}{words.text(arguments[1])}的名称是“{name}”"
    return f"{held(words, arguments[1])}，{listed}没有"


CODENAME = Function(
    name="CODENAME",
    arguments=("list", "code"),
    texts=(0, 1),
    gives=Gives.TEXT,
    example='CODENAME("功能分类科目", 功能分类.编码)',
    description="编码在代码表中的名称，不论年度；代码表里没有的是空",
    evaluate=lambda run, arguments: _list(run, arguments).get(run.text(arguments[1]), ""),
    sure=always,
    translate=lambda run, arguments: _looked_up(_title(arguments), grouped(run.text(arguments[1]))),
    say=lambda words, arguments: f"《{_title(arguments)}》中{words.said(arguments[1])}的名称",
    stated=_codename_stated,
    refuse=_refuse_no_title("CODENAME"),
    excel=lambda texts: _looked_up(texts[0].strip('"'), texts[1]),
    listed=lambda texts: _listed(texts[0].strip('"'), texts[1]),
)


# ---- CODENAMEAT


def _in_year(title: str, key: str, year: str) -> str:
    return f'IF({_between(key, title, _SINCE, key, year)},{_looked_up(title, key)},"")'


def _in_year_translated(run: Translator, arguments: Arguments) -> str:
    year = grouped(run.figure(arguments[2]).value)
    return _in_year(_title(arguments), grouped(run.text(arguments[1])), year)


CODENAMEAT = Function(
    name="CODENAMEAT",
    arguments=("list", "code", "year"),
    texts=(0, 1),
    gives=Gives.TEXT,
    example='CODENAMEAT("功能分类科目", 功能分类.编码, 单位.年度)',
    description="编码在代码表中该年度的名称；该年度没有核对过的、代码表里没有的是空",
    evaluate=lambda run, arguments: _list(run, arguments).name_in(
        run.text(arguments[1]), int(run.quantity(arguments[2]).value)
    ),
    sure=always,
    translate=_in_year_translated,
    say=lambda words, arguments: (
        f"《{_title(arguments)}》中{words.said(arguments[1])}在{words.said(arguments[2])}的名称"
    ),
    stated=_codename_stated,
    refuse=_refuse_no_title("CODENAMEAT"),
    excel=lambda texts: _in_year(texts[0].strip('"'), texts[1], texts[2]),
)


# ---- CODECHECKED


def _checked(title: str, key: str) -> str:
    """The last day for which a name is vouched for is a word where nobody has checked it."""
    return f"IF(ISNUMBER(--LEFT({_found(key, title, _UNTIL)},4)),1,0)"


CODECHECKED = Function(
    name="CODECHECKED",
    arguments=("list", "code"),
    texts=(0, 1),
    counts=True,
    example='CODECHECKED("功能分类科目", 功能分类.编码)',
    description="编码的名称核对过（不论哪个年度）时是 1；待核对的、代码表里没有的是 0",
    evaluate=lambda run, arguments: Quantity.counted(
        _list(run, arguments).is_checked(run.text(arguments[1]))
    ),
    sure=always,
    translate=lambda run, arguments: Spread(_checked(_title(arguments), grouped(run.text(arguments[1])))),
    say=lambda words, arguments: (
        f"《{_title(arguments)}》核对过{words.said(arguments[1])}的名称（核对过为1）"
    ),
    refuse=_refuse_no_title("CODECHECKED"),
    excel=lambda texts: _checked(texts[0].strip('"'), texts[1]),
)


# ---- CODECOMPLETE


def _complete(title: str, key: str, year: str) -> str:
    parent = f'IF(LEN({key})<=3,"{TOP}",LEFT({key},LEN({key})-2))'
    return f"IF({_between(parent, title, _LEVEL_SINCE, key, year)},1,0)"


def _complete_translated(run: Translator, arguments: Arguments) -> Spread:
    year = grouped(run.figure(arguments[2]).value)
    return Spread(_complete(_title(arguments), grouped(run.text(arguments[1])), year))


CODECOMPLETE = Function(
    name="CODECOMPLETE",
    arguments=("list", "code", "year"),
    texts=(0, 1),
    counts=True,
    example='CODECOMPLETE("功能分类科目", 功能分类.编码, 单位.年度)',
    description="代码表收全了该编码同一上级、该年度的科目时是 1，否则是 0",
    evaluate=lambda run, arguments: Quantity.counted(
        _list(run, arguments).knows_level(run.text(arguments[1]), int(run.quantity(arguments[2]).value))
    ),
    sure=always,
    translate=_complete_translated,
    say=lambda words, arguments: (
        f"《{_title(arguments)}》收全{words.said(arguments[1])}所在的一级（收全为1）"
    ),
    refuse=_refuse_no_title("CODECOMPLETE"),
    excel=lambda texts: _complete(texts[0].strip('"'), texts[1], texts[2]),
)
