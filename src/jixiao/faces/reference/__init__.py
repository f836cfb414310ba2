"""What can be looked up: the rules of a pack, its terms, and what a template can name."""
