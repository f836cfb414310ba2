"""Words that go wrong: reasons, purposes, names, years, numbering, left-overs of a template."""
