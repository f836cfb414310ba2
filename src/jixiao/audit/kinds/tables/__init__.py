"""What tables state by themselves: totals, hierarchies, the formula of their rows."""
