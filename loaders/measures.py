"""From appearances to measures: what a measure is, over the documents that tell of it."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.facts.kinds import beneficiaries, industries, instruments
from loaders.organisations import supervisors
from loaders.page import Page
from loaders.records import Appearance, Measure
from loaders.vocabulary import bodies


def derived_ministries(appearance: Appearance) -> list[str]:
    """The ministries of a page that prints none: those that supervise the body to ask, or else the bodies that act there."""
    if appearance.ministries:
        return []
    asked = supervisors(contact.org for contact in appearance.contacts)
    return asked or supervisors(body.name for body in appearance.bodies if body.role in ("operates", "implements", "contact"))


def measure_of(appearance: Appearance, page: Page) -> Measure:
    """The measure that one appearance tells of, with what is derived from its page."""
    title = appearance.title
    known = [body.name for b in appearance.bodies if (body := bodies().get(b.name)) is not None]
    return Measure(
        id=appearance.measure, title=title, appearances=[appearance.id], ministries=appearance.ministries,
        derived_ministries=derived_ministries(appearance), agencies=appearance.agencies, bodies=list(dict.fromkeys(known)),
        targets=appearance.targets, beneficiaries=beneficiaries(page, title), industries=industries(page, title),
        instruments=instruments(page, title), pillar=appearance.section, terms=appearance.terms)


def measures(appearances: list[Appearance], pages: Mapping[str, Page]) -> list[Measure]:
    """One measure an appearance; `pages` by appearance id."""
    return [measure_of(appearance, pages[appearance.id]) for appearance in appearances]
