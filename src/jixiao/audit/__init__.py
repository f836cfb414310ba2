"""A finished report that somebody else wrote -> its figures, the relations it states, what does not hold."""
