"""What becomes of an audit: marked copies, a list, a document for programs, for one report or many."""
