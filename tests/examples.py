"""How many examples a property test tries."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_FULL = 100  # examples of a profile that says nothing of them


def examples(count: int) -> settings:
    """`count` of them in a full run, and the part of them that the profile of the run tries
    (`make test-fast`: a tenth); a slow machine fails none.
    """
    share = settings.default.max_examples / _FULL
    return settings(
        max_examples=max(1, round(count * share)), suppress_health_check=[HealthCheck.too_slow]
    )
