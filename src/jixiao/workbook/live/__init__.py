"""The relations as formulas: verdicts, counts and colours that follow while people type."""
