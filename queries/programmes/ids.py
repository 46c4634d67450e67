"""What people call a budget programme, and the node that holds it: programme:420 is the node
budgetprogramme:420. Ids of other things are the same in both.
"""

from __future__ import annotations

NODE, PROGRAMME = "budgetprogramme:", "programme:"


def programme_id(node: str) -> str:
    """What people call a node: programme:420 for budgetprogramme:420, others as they are."""
    return PROGRAMME + node.removeprefix(NODE) if node.startswith(NODE) else node


def node_of(id_: str) -> str:
    """The node that people call so: budgetprogramme:420 for programme:420, others as they are."""
    return NODE + id_.removeprefix(PROGRAMME) if id_.startswith(PROGRAMME) else id_
