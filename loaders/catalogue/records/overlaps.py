"""Scored pairs of measures and budget programmes."""

from __future__ import annotations

from pydantic import Field

from loaders.catalogue.records.kinds import Record


class Part(Record):
    """What one signal adds to the score of a pair: weight × likeness."""

    of: str
    """What both share: problem, problem × activity and the like."""
    weight: float = Field(gt=0, le=1)
    """What it is worth."""
    likeness: float = Field(gt=0, le=1)
    """How much of it they share."""


class Overlap(Record):
    """How much two measures, two budget programmes, or one of each do the same for the same people,
    and what both have."""

    a: str
    """The lower of the two ids."""
    b: str
    """The higher of the two ids."""
    score: float = Field(ge=0, le=1)
    """How much alike they are, 0 to 1."""
    grade: int = Field(ge=0, le=3)
    """0 none, 1 fragmentation, 2 overlap, 3 duplication (GAO-15-49SP)."""
    within: list[str] = []
    """The ministries of both where they are the same; empty for a pair between ministries."""
    shared_problems: list[str] = []
    """What both work on."""
    shared_activities: list[str] = []
    """What both do."""
    shared_terms: list[str] = []
    """Key terms of both; with a programme the nouns and verbs of both that say most."""
    shared_instruments: list[str] = []
    """By what both help."""
    shared_beneficiaries: list[str] = []
    """Whom both help."""
    shared_industries: list[str] = []
    """The sectors of both."""
    shared_targets: list[str] = []
    """The size classes of both."""
    shared_applicants: list[str] = []
    """Who may apply for both."""
    shared_bodies: list[str] = []
    """Bodies that carry out both."""
    shared_items: list[str] = []
    """Policy items that cover both."""
    parts: list[Part] = []
    """What the score of a graded pair is made of: the sum of weights × likenesses, less `taken`."""
    taken_by: list[str] = []
    """What takes from the sum, for the two differ in it or hardly have it in common: size,
    instrument …, word; length: one of them says little."""
    taken: float = Field(default=0, ge=0, le=1)
    """What is taken from the sum."""
