"""Parts of a sentence about what is filled in: quoted labels, words for signs, patterns as they are here."""

from __future__ import annotations

from jixiao.model.term import Vocabulary
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.functions.function import Arguments
from jixiao.relation.syntax import Expression, Name, Text
from jixiao.relation.words.voice import OPERATORS, Voice, listed

_LISTED = 3  # that many addends are named one by one


class QuotingVoice(Voice):
    """Quoted labels and words; patterns and texts with what they are in the scope of `run`."""

    def __init__(self, vocabulary: Vocabulary, run: Evaluation) -> None:
        super().__init__(vocabulary)
        self.run = run

    def sign(self, operator: str) -> str:
        return operator_word(operator)

    def sum(self, addends: Arguments) -> str:
        named = [self.said(addend) for addend in addends]
        if not all(isinstance(addend, Name) for addend in addends):
            return self.sign("+").join(named)
        return f"{named[0]}等{len(named)}项之和" if len(named) > _LISTED else f"{listed(named)}之和"

    def negative(self, said: str) -> str:
        return f"负的{said}"

    def label(self, term: str) -> str:
        return f"“{self.bare(term)}”"

    def table(self, term: str) -> str:
        name, sheet = self.name_of_table(term), self.vocabulary[term].sheet
        elsewhere = name != sheet and self._sheet not in ("", sheet)
        return f"{f'“{sheet}”的' if elsewhere else ''}“{name}”"

    def where(self, term: str) -> str:
        return f"{self.table(term)}中" if self.vocabulary[term].path else ""

    @property
    def _sheet(self) -> str:
        """The sheet of the row or block that is spoken of; empty for the whole workbook."""
        scope = self.run.scope
        inside = scope.innermost.fields if scope.current else ()
        return next((self.vocabulary[term].sheet for term in inside), "")

    def seen(self, pattern: Expression) -> Expression:
        return Text(self.text(pattern))

    def text(self, expression: Expression) -> str:
        """What a text is here."""
        return self.run.text(expression)


def operator_word(operator: str) -> str:
    """An operator as a sentence has it."""
    return OPERATORS[operator][1]
