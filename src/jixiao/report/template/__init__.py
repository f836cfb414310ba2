"""Word templates: which one, opened safely, its tags understood, looked through, made ready to be filled."""
