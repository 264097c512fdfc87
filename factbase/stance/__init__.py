"""Position of statements on a proposition: which take one, on which side, how firmly."""

from factbase.stance.place import Decision, decide, place

__all__ = ["Decision", "decide", "place"]
