"""Random amounts in 元, the same for a seed at all times."""

from __future__ import annotations

import random
from decimal import Decimal

CENT = Decimal("0.01")
NOTHING = Decimal(0)


class Chance(random.Random):
    """Draws amounts. What they are made of and what they grow to is drawn, too."""

    def some(self) -> Decimal:
        """An amount between 1 and 500 万元, with cents."""
        return Decimal(self.randint(1_000_000, 500_000_000)) / 100

    def share(self, amount: Decimal) -> Decimal:
        """A part of an amount, all of it at most."""
        return (amount * self.some() / 5_000_000).quantize(CENT)

    def more(self, amount: Decimal) -> Decimal:
        """Up to half as much again: what was planned for it."""
        return amount + self.share(amount / 2)

    def before(self, amount: Decimal) -> Decimal:
        """Between three quarters and five quarters of an amount: what it was last year."""
        return amount + self.share(amount / 2) - (amount / 4).quantize(CENT)

    def split(self, total: Decimal, parts: int, least: int = 1) -> list[Decimal]:
        """`total` in positive parts, none smaller than `least` thousandths of it."""
        cuts = sorted(self.sample(range(least, 1000, least), parts - 1))
        edges = [(total * cut / 1000).quantize(CENT) for cut in cuts]
        return [high - low for low, high in zip([NOTHING, *edges], [*edges, total], strict=True)]
