"""Confront the facts with the rules: outcomes, findings and what is probably wrong."""
