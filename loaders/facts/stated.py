"""A number in the sentence that states it: what stands before it, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Stated:
    """A number in its sentence."""

    text: str
    """The statement that the sentence stands in, plain."""
    start: int
    """Where the sentence begins."""
    at: int
    """Where the number begins."""
    end: int
    """Where its unit ends."""
    stop: int
    """Where the sentence ends, its full stop included."""
    unit: str
    """The unit, as printed."""
    aimed: bool = False
    """Whether it is an aim."""
    heading: str | None = None
    """What the statement before names, where it names what this one counts."""

    @property
    def before(self) -> str:
        """The sentence up to the number."""
        return self.text[self.start : self.at]

    @property
    def behind(self) -> str:
        """What follows the unit in the sentence."""
        return self.text[self.end : self.stop]

    @property
    def ahead(self) -> str:
        """The like without the brackets that open on the way: what is said of the number."""
        said, depth = [], 0
        for sign in self.behind:
            if sign in "([":
                depth += 1
            elif sign in ")]":
                depth = max(0, depth - 1)
            elif depth == 0:
                said.append(sign)
        return "".join(said)
