"""The sum of units: added up, freed of what they pay each other, held against a book of its own."""
