"""How score tables write: their words as data, digits and signs in one form, names with weights."""
