"""The pen that writes an invented report: it rounds figures, chooses words, and notes down what must hold."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from audit_reports.figures import PLACES, Year
from audit_reports.pieces import Figure, Paragraph, Piece, Relation, Report, Table, Words

TEN_THOUSAND = Decimal(10000)
CHINESE = "一二三四五六七八九十"
NUMERALS = [*CHINESE, *(f"十{one}" for one in CHINESE[:9]), "二十", *(f"二十{one}" for one in CHINESE[:9])]
GREW = ("人员增加", "政策性增资", "项目增加", "年中追加预算", "新增工作任务")
SHRANK = ("人员减少", "厉行节约，压减开支", "项目减少", "部分项目完工", "严格控制支出")


class Pen:
    """Writes one report. `style` is how this author writes: chosen once, kept throughout."""

    def __init__(self, form: str, year: Year) -> None:
        self.form, self.year, self.dice = form, year, year.dice
        self.blocks: list[Paragraph | Table] = []
        self.relations: list[Relation] = []
        self.said: dict[tuple[str, bool], Figure] = {}
        dice = self.dice
        self.strip = dice.random() < 0.25
        self.commas = dice.random() < 0.1
        before = year.year - 1
        self.before = dice.choice((f"{before}年", f"{before}年度", "上年", "上年度"))
        self.compare = dice.choice(("与{}相比，", "较{}", "比{}", "与{}相比"))
        self.grow = dice.choice((("增长", "下降"), ("增长", "降低"), ("上升", "下降")))
        self.because = dice.choice(("主要原因是", "主要原因：", "主要原因是：", "主要是因为"))
        self.levels = [0, 0, 0]

    # figures

    def money(
        self, amount: Decimal, key: str = "", *, unit: str = "万元", commas: bool | None = None
    ) -> Figure:
        """An amount in 元, written in its unit; a key says that the same quantity stands elsewhere too."""
        factor = TEN_THOUSAND if unit == "万元" else Decimal(1)
        text = (
            f"{rounded(amount / factor):,}"
            if (self.commas if commas is None else commas)
            else str(rounded(amount / factor))
        )
        if (self.strip and unit == "万元" and "." in text) or (amount == 0 and self.dice.random() < 0.5):
            text = text.rstrip("0").rstrip(".")
        return self._stated(Figure(text, key, factor, unit, 2))

    def cell(self, amount: Decimal, key: str = "", *, yuan: bool = False) -> Figure:
        """An amount in a table, with thousands separators."""
        unit = "元" if yuan else "万元"
        figure = self.money(amount, key, unit=unit, commas=True)
        if yuan and self.year.step == 1:
            figure.text, figure.places = figure.text.partition(".")[0], 0
        return figure

    def count(self, number: int, unit: str, key: str = "") -> Figure:
        return self._stated(Figure(str(number), key, unit=unit, exact=True))

    def score(self, points: Decimal, key: str = "") -> Figure:
        return self._stated(Figure(plain(points), key, unit="分", exact=True))

    def share(
        self, part: Figure | list[Figure], whole: Figure | list[Figure], true: Decimal, kind: str = "share"
    ) -> Figure:
        """`true`: the ratio of the amounts in 元."""
        text = str(rounded(100 * true))
        if self.strip:
            text = plain(Decimal(text))
        figure = Figure(text, unit="%", places=2, wide=True)
        self.relate(kind, figure, part, whole)
        return figure

    def relate(self, kind: str, left: Figure, over: Any, under: Any = ()) -> None:
        relation = Relation(kind, left, _signed(over), _signed(under))
        if len({id(figure) for figure in relation.figures}) > 1:
            self.relations.append(relation)

    def _stated(self, figure: Figure) -> Figure:
        if figure.key:
            first = self.said.setdefault((figure.key, figure.exact), figure)
            if first is not figure:
                self.relate("equality", figure, first)
        return figure

    # words

    def pick(self, *choices: Any) -> Any:
        return self.dice.choice(choices)

    def years_before(self) -> Words:
        """What this year is compared with."""
        if self.before.startswith("上"):
            return Words(self.before)
        end = self.before[4:]
        return Words(self.before, {"year": f"{self.year.year - self.pick(0, 2, 3)}{end}"})

    def name(self) -> Words:
        """The unit's own name, where a copied text would have another's."""
        other = self.dice.choice([one for one in PLACES if one != self.year.place])
        return Words(self.year.unit, {"name": self.year.unit.replace(self.year.place, other)})

    def reason(self, grew: bool) -> Words:
        text = self.dice.choice(GREW if grew else SHRANK)
        slips = {"reason": f"{self.because.removesuffix('：')}{self.pick('', '：', '××')}"}
        one, other = ("增加", "减少") if grew else ("减少", "增加")
        if text.endswith(one):
            slips["reason direction"] = self.because + text.removesuffix(one) + other
        return Words(self.because + text, slips)

    def change(
        self, figure: Figure, now: Decimal, prior: Decimal, key: str = "", *, because: bool = True
    ) -> list[Piece]:
        """与上年相比，增加…万元，增长…%，主要原因是…; or 持平."""
        lead: list[Piece] = [*_around(self.compare, self.years_before())]
        change = now - prior
        if rounded(change / TEN_THOUSAND) == 0:
            return [*lead, self.pick("持平", "无变化") if "相比" in self.compare else "持平"]
        grew = change > 0
        up, down = self.grow
        amount = self.money(abs(change), f"{key}变动" if key else "")
        verb = Words(*_way("增加", "减少", grew))
        if prior == 0:
            del verb.slips["direction"]  # nothing else tells it
            said: list[Piece] = [*lead, verb, amount]
        else:
            rate = self.share(
                [amount], _terms((1, figure), (-1 if grew else 1, amount)), abs(change) / prior, "growth"
            )
            said = [*lead, verb, amount, "，", Words(*_way(up, down, grew)), rate]
        return [*said, "，", self.reason(grew)] if because else said

    def beside(self, now: Figure, budget: Figure, amounts: tuple[Decimal, Decimal]) -> list[Piece]:
        """决算数大于预算数的主要原因是…; equal amounts need no reason."""
        spent, planned = amounts
        if rounded(spent / TEN_THOUSAND) == rounded(planned / TEN_THOUSAND):
            said = self.pick("决算数与预算数持平", "决算数等于预算数", "与年初预算持平")
            return [Words(said, {"direction": self.pick("决算数大于预算数", "决算数小于预算数")})]
        more = spent > planned
        side, other = ("大于", "小于") if more else ("小于", "大于")
        slips = {"direction": f"决算数{other}预算数", "template": "决算数大于（小于）预算数"}
        reason = self.reason(more)
        tail = Words("的" + reason.text, {kind: "的" + text for kind, text in reason.slips.items()})
        return [Words(f"决算数{side}预算数", slips), tail]

    # blocks

    def p(self, *pieces: Any, heading: bool = False) -> None:
        self.blocks.append(Paragraph(list(_with_units(_flattened(pieces))), heading))

    def h(self, level: int, *words: Any) -> None:
        """A numbered heading: 一、 then （一） then 1."""
        number = self.levels[level] = self.levels[level] + 1
        self.levels[level + 1 :] = [0] * (2 - level)
        mark = (lambda n: f"{NUMERALS[n - 1]}、", lambda n: f"（{NUMERALS[n - 1]}）", lambda n: f"{n}.")[
            level
        ]
        slips = {"numbering": mark(number + 1)} if number > 1 and level < 2 else {}
        self.p(Words(mark(number), slips), *words, heading=True)

    def table(self, rows: Iterable[Iterable[Any]], unit: str = "") -> None:
        made = [[list(_flattened([cell])) for cell in row] for row in rows]
        self.blocks.append(Table(made, unit))

    def report(self) -> Report:
        return Report(self.form, self.blocks, self.relations, self.year.year, self.year.unit)


def rounded(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP)


def plain(number: Decimal) -> str:
    text = str(rounded(number))
    return text.rstrip("0").rstrip(".")


def joined(parts: list[list[Any]], stop: str = "；") -> list[Any]:
    """Pieces with stops between them."""
    said: list[Any] = []
    for number, part in enumerate(parts):
        said += [stop, *part] if number else part
    return said


def _way(up: str, down: str, grew: bool) -> tuple[str, dict[str, str]]:
    right, wrong = (up, down) if grew else (down, up)
    return right, {"direction": wrong, "template": f"{up}（{down}）"}


def _around(pattern: str, piece: Piece) -> tuple[Piece, ...]:
    before, _, after = pattern.partition("{}")
    return (before, piece, after)


def _terms(*terms: tuple[int, Figure]) -> list[tuple[int, Figure]]:
    return list(terms)


def _signed(figures: Any) -> list[tuple[int, Figure]]:
    if isinstance(figures, Figure):
        return [(1, figures)]
    return [one if isinstance(one, tuple) else (1, one) for one in figures]


def _flattened(pieces: Iterable[Any]) -> Iterable[Piece]:
    for piece in pieces:
        if isinstance(piece, (list, tuple)):
            yield from _flattened(piece)
        else:
            yield piece


def _with_units(pieces: Iterable[Piece]) -> Iterable[Piece]:
    for piece in pieces:
        yield piece
        if isinstance(piece, Figure) and piece.unit:
            kind = "percent" if piece.unit == "%" else "unit"
            yield Words(piece.unit, {kind: ""} if piece.unit in ("%", "万元") else {})
