"""Points: full marks, deductions, groups, totals."""
