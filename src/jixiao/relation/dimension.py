"""Which power of money an expression is: a number 0, an amount 1, a product of two 2, their ratio 0.

Python counts in 元, a workbook in its unit; what they say is the same only where powers are not mixed.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from jixiao.model.fact import Kind
from jixiao.model.term import Vocabulary
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.functions.function import Gives
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, RelationError, walk


def prove_dimensions(expression: Expression, vocabulary: Vocabulary, text: str) -> None:
    """Raises RelationError where powers of money are mixed, or an amount stands where a text is wanted."""
    _Dimensions(vocabulary, text).power(expression)


def power_of(expression: Expression, vocabulary: Vocabulary) -> int:
    """The power of money that the sides of a proven relation are."""
    return _Dimensions(vocabulary, "").power(expression)


class _Dimensions(msgspec.Struct, frozen=True):
    vocabulary: Vocabulary
    text: str

    def power(self, expression: Expression) -> int:
        match expression:
            case Name(term):
                return int(self.vocabulary[term].kind is Kind.AMOUNT)
            case Negative(inner):
                return self.power(inner)
            case Binary("&", left, right):
                self._texts((left, right))
            case Binary(operator, left, right):
                return self._joined(operator, self.power(left), self.power(right))
            case Call():
                return self._called(expression)
        return 0

    def _joined(self, operator: str, left: int, right: int) -> int:
        if operator in "*/":
            return left + right if operator == "*" else left - right
        return self._aligned(operator, (left, right))

    def _aligned(self, sign: str, powers: Iterable[int]) -> int:
        """The one power that all have; a plain number beside money is 元, or 元 by 元."""
        found = {power for power in powers if power}
        if len(found) > 1:
            raise RelationError(f"“{sign}” meets products of amounts and amounts in “{self.text}”")
        return found.pop() if found else 0

    def _called(self, call: Call) -> int:
        function = FUNCTIONS[call.function]
        if function.comparisons:
            for comparison in function.comparisons(call.arguments):
                self.power(comparison)
            return 0
        texts = [call.arguments[index] for index in function.as_texts]
        self._texts(texts)
        powers = [self.power(argument) for argument in call.arguments if argument not in texts]
        if function.gives is not Gives.NUMBER:
            return 0
        power = self._aligned(call.function, powers)
        return 0 if function.counts else power

    def _texts(self, expressions: Iterable[Expression]) -> None:
        for expression in expressions:
            if self.power(expression):
                amounts = (part.term for part in walk(expression) if isinstance(part, Name))
                term = next(term for term in amounts if self.vocabulary[term].kind is Kind.AMOUNT)
                raise RelationError(f"“{term}” is an amount, not a text, in “{self.text}”")
