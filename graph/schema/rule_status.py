"""How a bonus rule stands, by the latest document that could state it."""

from __future__ import annotations

from typing import Literal, get_args

# what one document says of a bonus
Status = Literal["in_force", "planned", "considered"]
# over documents; not_restated: a later one has its measure without it; ended: none that could tell
# of its measure does any more
RuleStatus = Literal[Status, "not_restated", "ended"]
EndedWhy = Literal["succeeded", "not_told", "overtaken"]
# in the order of answers
RULE_STATUSES: tuple[RuleStatus, ...] = get_args(RuleStatus)
