"""XLOOKUP: the text that stands beside a key in another table."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.term import Vocabulary
from jixiao.relation.functions.function import (
    Arguments,
    Evaluator,
    Function,
    Gives,
    Phrasing,
    Reader,
    ScopedPhrasing,
    Translator,
    always,
)
from jixiao.relation.functions.traits import Read
from jixiao.relation.patterns import has_sign
from jixiao.relation.quantity import Result
from jixiao.relation.syntax import Expression, Name


def _names(arguments: Arguments) -> tuple[Expression, str, str]:
    key, keys, texts = arguments
    assert isinstance(keys, Name) and isinstance(texts, Name)
    return key, keys.term, texts.term


def _found(run: Evaluator, arguments: Arguments) -> str:
    key, keys, texts = _names(arguments)
    wanted = run.text(key)
    for record in run.scope.matching(keys, wanted)[:1] if wanted else ():
        found = run.read(record.fields[texts])
        return found if isinstance(found, str) else ""
    return ""


def _translated(run: Translator, arguments: Arguments) -> str:
    key, keys, texts = _names(arguments)
    wanted, found = run.pattern(key), '""'
    columns = zip(run.places.columns(keys), run.places.columns(texts), strict=True)
    for column, beside in reversed(list(columns)):
        there = f'INDEX({beside.cells},MATCH({wanted},{column.texts},0))&""'
        found = f"IFERROR({there},{found})"
    return found if has_sign(key) else f'IF({wanted}="","",{found})'


def _said(words: Phrasing, arguments: Arguments) -> str:
    key, keys, texts = _names(arguments)
    return f"{words.where(texts)}{words.which(keys, key)}的{words.bare(texts)}"


def _stated(words: ScopedPhrasing, arguments: Arguments, found: Result) -> str:
    said = _said(words, arguments)
    return f"{said}是“{found}”" if found else f"{said}没有填写"


def _reads(reader: Reader, arguments: Arguments) -> Iterator[Read]:
    key, keys, texts = _names(arguments)
    yield from reader(key)
    yield Read(texts, keys=keys, pattern=key)


def _refuse(arguments: Arguments, vocabulary: Vocabulary) -> str:
    _, keys, texts = _names(arguments)
    if vocabulary[texts].kind.numeric:
        return f"argument 3 of XLOOKUP must be a column of texts, not “{texts}”"
    same = vocabulary[keys].path == vocabulary[texts].path
    return "" if same else "XLOOKUP takes from another table than it looks through"


XLOOKUP = Function(
    name="XLOOKUP",
    arguments=("key", "keys", "texts"),
    columns=(1, 2),
    keys=1,
    pattern=0,
    gives=Gives.TEXT,
    example="XLOOKUP(功能分类.编码, 自有科目.编码, 自有科目.名称)",
    description="另一张表中编码相同的第一行的文字；没有这一行是空",
    evaluate=_found,
    sure=always,
    translate=_translated,
    say=_said,
    stated=_stated,
    reads=_reads,
    refuse=_refuse,
    excel=lambda texts: f'IFERROR(INDEX({texts[2]},MATCH({texts[0]},{texts[1]},0))&"","")',  # a blank is no 0
    listed=lambda texts: f"COUNTIF({texts[1]},{texts[0]})",
)
