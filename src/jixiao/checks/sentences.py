"""A relation that does not hold -> the sentence that says so; the words of relations come from words.py."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from jixiao.checks.confront import Verdict
from jixiao.checks.unit import Unit
from jixiao.model.fact import ZERO, Fact, Kind, State
from jixiao.model.figures import plain, round_half_up
from jixiao.model.outcome import Outcome
from jixiao.relation.comparison import Comparison
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.functions import FUNCTIONS, comparisons
from jixiao.relation.outcomes import outcome_of
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.syntax import Binary, Call, Expression, Name, Number, walk
from jixiao.relation.words.quoting import QuotingVoice, operator_word
from jixiao.relation.words.voice import kind_of, listed

_BEYOND = {"<=": "超出", "<": "超出", ">=": "少", ">": "少"}
_COUNTED = {"<=": "不应多于", "<": "应少于", ">=": "应不少于", ">": "应多于", "<>": "不应为"}
_SUM = "之和"  # how the words of a sum of items end


class Sentences:
    """What a verdict says: its sentence, and the figures that stand in the columns beside it."""

    def __init__(self, verdict: Verdict, unit: Unit) -> None:
        self.verdict = verdict
        self.unit = unit
        self.tree = verdict.check.relation.expression
        self.comparison = verdict.comparison
        self.run = Evaluation(verdict.scope, {})
        self.voice = QuotingVoice(verdict.scope.vocabulary, self.run)

    @property
    def stated(self) -> str:
        """What is there, in figures; empty where several things are compared, or nothing is there."""
        leading = self._leading()
        if leading is None or self.is_blank(leading[0].left) or self._is_unwritten(*leading):
            return ""
        if self.subject:
            return self._figure(self.subject)
        return self._shown(leading[1].left, self.kind(leading[0]))

    @property
    def expected(self) -> str:
        """What should be there, where that is one figure or one of a few."""
        if isinstance(self.tree, Binary):
            right = self._shown(self.comparison.right, self.kind(self.tree))
            return right if self.tree.operator == "=" and not self.is_blank(self.tree.right) else ""
        return self._choices(self.tree, self.comparison) if self._chooses(self.tree) else ""

    @property
    def stated_kind(self) -> Kind:
        """What kind of figure that is."""
        return self._kind_of(self.subject) if self.subject else self.kind(self.tree)

    @cached_property
    def subject(self) -> Expression | None:
        """Which of the figures on the left the finding is about, where a function tells it of one."""
        side = next(comparisons(self.tree)).left
        about = FUNCTIONS[side.function].subject if isinstance(side, Call) else None
        return about(self.run, side.arguments) if about and isinstance(side, Call) else None

    @property
    def difference(self) -> str:
        """How far the two sides are apart; empty where one row is spoken of, or nothing is written."""
        gap, leading = self.comparison.difference, self._leading()
        if gap is None or self.subject or (leading and self._is_unwritten(*leading)):
            return ""
        return self.unit.digits(gap, self.stated_kind)

    def told(self) -> str:
        """The sentence that follows from the relation, after the row or block unless that is quoted in it."""
        sentence, key = self._told(self.tree, self.comparison), self.verdict.scope.key
        if not key or f"“{key}”" in sentence:
            return sentence
        return f"{key}{'' if self._is_of_record(sentence) else '：'}{sentence}"

    def _is_of_record(self, sentence: str) -> bool:
        """True if it begins with a cell of the row or block, not with what is looked up for it."""
        labels = map(self.voice.label, self.verdict.scope.innermost.fields)
        return sentence.startswith(tuple(labels))

    # ---- joined comparisons

    def _told(self, tree: Expression, comparison: Comparison) -> str:
        if isinstance(tree, Binary):
            return self._compared(tree, comparison)
        assert isinstance(tree, Call)
        if self._chooses(tree):
            first = next(comparisons(tree))
            there = self._there(first.left, comparison.members[0].left, self.kind(first))
            return f"{there}，应为{self._choices(tree, comparison)}"
        pairs = zip(tree.arguments, comparison.members, strict=True)
        same = [self._told(*pair) for pair in pairs if pair[1].outcome is comparison.outcome]
        return "；".join(same) + (FUNCTIONS[tree.function].amiss if len(same) > 1 else "")

    @staticmethod
    def _chooses(tree: Expression) -> bool:
        """True where one value may be any of several."""
        return isinstance(tree, Call) and not FUNCTIONS[tree.function].of_truths

    def _choices(self, tree: Expression, comparison: Comparison) -> str:
        """What a value may be."""
        assert isinstance(tree, Call)
        pairs = zip(comparisons(tree), comparison.members, strict=True)
        return listed([self._choice(*pair) for pair in pairs], "或")

    def _choice(self, tree: Binary, found: Comparison) -> str:
        if isinstance(found.right, str) and not self.facts_of(tree.right):
            return f"“{found.right}”"
        return f"{self._right(tree, found)}{self.voice.unit(tree.left)}"

    def _leading(self) -> tuple[Binary, Comparison] | None:
        """The comparison whose left side is what is stated."""
        if isinstance(self.tree, Binary):
            return self.tree, self.comparison
        if self._chooses(self.tree):
            return next(comparisons(self.tree)), self.comparison.members[0]
        return None

    # ---- one comparison

    def _compared(self, tree: Binary, found: Comparison) -> str:
        if isinstance(found.left, str) or isinstance(found.right, str):
            return self._texts(tree, found)
        there = self._there(tree.left, found.left, self.kind(tree))
        if self._is_missing(tree, found):
            return "，".join((*self._reasons(), self._missing(tree, there)))
        if unit := self.voice.unit(tree.left):
            reasons = self._reasons() if self._is_unwanted(tree, found) else ()
            return "，".join((*reasons, there, self._counted(tree, found, unit)))
        right = self._right(tree, found)
        if tree.operator == "<>":
            return f"{there}，不应等于{right}"
        counted = "按0算" if self.is_blank(tree.left) or self.is_blank(tree.right) else ""
        if tree.operator == "=":
            bare = not any(isinstance(part, Name) for part in walk(tree.right))
            return f"{there}，{'应为' if bare else ''}{right}，{counted}相差{self._gap(tree, found)}"
        beyond = f"，{counted}{_BEYOND[tree.operator]}{self._gap(tree, found)}" if found.difference else ""
        return f"{there}，应{operator_word(tree.operator)}{right}{beyond}"

    def _texts(self, tree: Binary, found: Comparison) -> str:
        kind = self.kind(tree)
        there, right = self._there(tree.left, found.left, kind), self._shown(found.right, kind)
        if tree.operator == "=":
            return f"{there}，{self._text_wanted(tree.right, right)}"
        if right:
            return f"{there}，不能是“{right}”"
        return there

    def _text_wanted(self, side: Expression, text: str) -> str:
        """What should be there; of a text that is looked up, also where it stands."""
        if text and isinstance(side, Call) and (stated := FUNCTIONS[side.function].stated):
            return stated(self.voice, side.arguments, text)
        return f"应为“{text}”" if text else "应空着"

    def _there(self, side: Expression, value: Result | None, kind: Kind) -> str:
        """A side in words and what it comes to; two numbers must not run into each other."""
        name = self._named(side)
        stated = FUNCTIONS[side.function].stated if isinstance(side, Call) and not name else None
        if isinstance(side, Call) and stated and value is not None:
            return f"{stated(self.voice, side.arguments, value)}{self._one_by_one(side)}"
        said = name or self.voice.said(side)
        if self.is_blank(side):
            items = said.removesuffix(_SUM)
            return f"{said}（没有填）" if items == said else f"明细还没有填（{items}）"
        if isinstance(value, str):
            filled = f"填的是“{value}”" if isinstance(side, Name) else f"是“{value}”"
            return f"{said}{filled if value else '没有填写'}"
        figure = f"{said}{'，即' if said[-1].isdigit() else ''}{self._full(value, kind)}"
        lacking = 0 if value is None or value.value else len(self._blanks(side))
        return f"{figure}（其中{lacking}格没有填）" if lacking else figure

    def _named(self, side: Expression) -> str:
        """What the check calls a side of its comparison; empty where the words of the relation will do."""
        data, tree = self.verdict.check.data, self.tree
        if not isinstance(tree, Binary):
            return ""
        return data.left if side is tree.left else data.right if side is tree.right else ""

    def _one_by_one(self, side: Call) -> str:
        """The figures of which one is what the finding is about."""
        if FUNCTIONS[side.function].subject is None:
            return ""
        figures = (self.unit.full(self._figure(each), self._kind_of(each)) for each in side.arguments)
        return f"（依次是{'、'.join(figures)}）"

    def _right(self, tree: Binary, found: Comparison) -> str:
        if any(isinstance(part, Name) for part in walk(tree.right)):
            return self._there(tree.right, found.right, self.kind(tree))
        return self._full(found.right, self.kind(tree))

    def _counted(self, tree: Binary, found: Comparison, unit: str) -> str:
        """What a count should be."""
        wanted = self._right(tree, found)
        if tree.operator != "=":
            return f"{_COUNTED[tree.operator]}{wanted}{unit}"
        if self._is_unwanted(tree, found):
            return "不应有"
        return f"应{'只' if (found.difference or ZERO) > 0 else ''}有{wanted}{unit}"

    @staticmethod
    def _is_unwanted(tree: Binary, found: Comparison) -> bool:
        """True if there is something where nothing must be."""
        return tree.operator == "=" and isinstance(found.right, Quantity) and not found.right.value

    def _gap(self, tree: Binary, found: Comparison) -> str:
        gap, kind = abs(found.difference or ZERO), self.kind(tree)
        if kind is Kind.PERCENT:
            return f"{plain(round_half_up(gap * 100))}个百分点"
        return self._full(Quantity.exact(gap), kind)

    # ---- what is missing, and why it has to be there or must not

    @staticmethod
    def _is_missing(tree: Binary, found: Comparison) -> bool:
        """True if there is nothing where something has to be."""
        left, right = found.left, tree.right
        if not (isinstance(left, Quantity) and isinstance(right, Number)) or left.value:
            return False
        return right.value == (1 if tree.operator == ">=" else 0) and tree.operator in (">", "<>", ">=")

    def _is_unwritten(self, tree: Binary, found: Comparison) -> bool:
        """True for rows or signs that have to be there, are counted, and are none: no cell holds that 0."""
        return bool(self.voice.unit(tree.left)) and self._is_missing(tree, found)

    def _missing(self, tree: Binary, there: str) -> str:
        if self.voice.unit(tree.left):
            return there
        if isinstance(tree.left, Name):
            filled = self.run.scope.cell(tree.left.term).filled
            there = f"{self.voice.said(tree.left)}{'填的是0' if filled else '没有填写'}"
        return f"{there}，{'不应为零' if tree.operator == '<>' else '应大于0'}"

    def _reasons(self) -> Iterator[str]:
        """What is filled in because of which it has to be there, or must not."""
        for condition in self.verdict.check.when:
            for tree in comparisons(condition.expression):
                left, right = self.run.value(tree.left), self.run.value(tree.right)
                if outcome_of(tree.operator, left, right) is not Outcome.INCONSISTENT:
                    yield from self._reason(tree, left, right)

    def _reason(self, tree: Binary, left: Result, right: Result) -> Iterator[str]:
        """Of texts and counts, only what tells why: that it is this text or another, or nothing."""
        there = self._there(tree.left, left, self.kind(tree))
        if isinstance(left, str):
            if isinstance(tree.left, Name) and (tree.operator == "=" or right):
                yield there
        elif self.voice.unit(tree.left) or self.voice.unit(tree.right):
            if not left.value:
                yield there
        elif isinstance(tree.right, Number) and not tree.right.value:
            yield f"有{there}"
        else:
            other = self._right(tree, Comparison(Outcome.PASSED, left, right))
            yield f"{there}{operator_word(tree.operator)}{other}"

    # ---- figures

    def is_blank(self, side: Expression) -> bool:
        """True for figures of which not one is filled in; a table without rows has none."""
        if self.voice.unit(side) or not any(isinstance(part, Name) for part in walk(side)):
            return False
        return len(self._blanks(side)) == len(self.facts_of(side))

    def _blanks(self, side: Expression) -> list[Fact]:
        return [fact for fact in self.facts_of(side) if fact.state is State.BLANK]

    def facts_of(self, expression: Expression) -> tuple[Fact, ...]:
        """The facts behind an expression, in reading order."""
        run = Evaluation(self.run.scope, {})
        run.value(expression)
        return run.facts

    def kind(self, tree: Expression) -> Kind:
        """What kind of figures are compared; what is counted is a plain number."""
        if isinstance(tree, Binary) and self.voice.unit(tree.left):
            return Kind.NUMBER
        return self._kind_of(tree)

    def _figure(self, expression: Expression) -> str:
        return self._shown(self.run.value(expression), self._kind_of(expression))

    def _kind_of(self, expression: Expression) -> Kind:
        return kind_of(expression, self.run.scope.vocabulary)

    def _shown(self, value: Result | None, kind: Kind) -> str:
        return self.unit.show(value, kind)

    def _full(self, value: Result | None, kind: Kind) -> str:
        return self.unit.full(self.unit.show(value, kind), kind)
