"""Relations in the words of an accountant: in findings, on the live sheets and in the catalogue of rules.

Two voices say the same words: an equation has the labels of the form and signs, a sentence quotes labels and
what the cells hold.
"""
