"""From appearances to measures: what a measure is, over the documents that tell of it."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.facts.kinds import beneficiaries, industries, instruments
from loaders.organisations import supervisors
from loaders.page import Page
from loaders.records import Appearance, Measure
from loaders.resolution.resolve import Resolution, Resolved
from loaders.vocabulary import bodies


def derived_ministries(appearance: Appearance) -> list[str]:
    """The ministries of a page that prints none: those that supervise the body to ask, or else the bodies that act there."""
    if appearance.ministries:
        return []
    asked = supervisors(contact.org for contact in appearance.contacts)
    return asked or supervisors(body.name for body in appearance.bodies if body.role in ("operates", "implements", "contact"))


def measure_of(resolved: Resolved, page: Page) -> Measure:
    """The measure, with what is derived from the page of its latest appearance.

    Where that prints no ministry and names no body, the ministries of the latest appearance that prints any are the derived ones.
    """
    latest = resolved.latest
    known = [body.name for b in latest.bodies if (body := bodies().get(b.name)) is not None]
    return Measure(
        id=resolved.id, former_ids=list(resolved.former_ids), title=latest.title, aliases=resolved.aliases, appearances=[a.id for a in resolved.appearances],
        ministries=latest.ministries, derived_ministries=derived_ministries(latest) or _ministries_before(resolved), agencies=latest.agencies,
        bodies=list(dict.fromkeys(known)), targets=latest.targets, beneficiaries=beneficiaries(page, latest.title), industries=industries(page, latest.title),
        instruments=instruments(page, latest.title), pillar=latest.section, terms=latest.terms, part_of=list(resolved.part_of), succeeds=list(resolved.succeeds))


def _ministries_before(resolved: Resolved) -> list[str]:
    if resolved.latest.ministries:
        return []
    return next((a.ministries for a in resolved.appearances if a.ministries), [])


def measures(resolution: Resolution, pages: Mapping[str, Page]) -> list[Measure]:
    """The measures; `pages` by appearance id."""
    return [measure_of(resolved, pages[resolved.latest.id]) for resolved in resolution.measures]
