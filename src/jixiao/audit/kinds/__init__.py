"""One module for each kind of relation that a report states, or of words that go wrong in one."""
