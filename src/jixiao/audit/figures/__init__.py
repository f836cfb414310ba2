"""The figures of a report: value, unit, label, role, and what the report is about."""
