"""Template packs: all that is particular to one report kind, loaded strictly."""
