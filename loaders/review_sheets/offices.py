"""Offices as sheets print them: the ministry that one is or belongs to, and the outer office."""

from __future__ import annotations

from loaders.vocabulary.ministries import ministries

_BETWEEN = "\u3000"  # 国土交通省　観光庁


def ministry_of(office: str) -> str | None:
    """The ministry at 府省庁 level that an office is or belongs to, by formal name; None for one
    that no ministry of the vocabulary is.
    """
    ministry, agency = parted(office)
    return ministry or (agency and ministry_of(agency))


def parted(office: str) -> tuple[str | None, str | None]:
    """The ministry and the outer office that are printed, by formal name; of an outer office that
    stands alone its ministry, too.
    """
    ministry = agency = None
    for name in office.split(_BETWEEN):
        known = ministries().get(name)
        if known is None:
            continue
        if known.level == "ministry":
            ministry = known.name
        else:
            agency, ministry = known.name, ministry or known.parent
    return ministry, agency
