"""Figures that stand in wrong cells: exchanged columns and rows, rows slid against their codes."""
