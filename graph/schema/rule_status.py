"""How a bonus rule stands, by the latest document that could state it."""

from __future__ import annotations

from typing import Literal, get_args

# what one document says of a bonus
Status = Literal["in_force", "planned", "considered"]
# over documents; not_restated: a later one has its measure without it
RuleStatus = Literal[Status, "not_restated"]
# in the order of answers
RULE_STATUSES: tuple[RuleStatus, ...] = get_args(RuleStatus)
