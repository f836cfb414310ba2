"""The nouns: facts, findings, outcomes and scorecards. Imports nothing of the rest."""
