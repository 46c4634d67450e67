"""What an answer holds, in short."""

from __future__ import annotations

from queries.bonus.company_size import Question
from queries.bonus.for_company import CompanyBonuses


def unlocked(answer: CompanyBonuses) -> set[str]:
    return {result.rule.id.removeprefix("rule:") for result in answer.unlocked}


def almost(answer: CompanyBonuses) -> dict[str, list[str]]:
    return {
        result.rule.id.removeprefix("rule:"): [asked.name for asked in result.missing[0]]
        for result in answer.almost
    }


def depends(answer: CompanyBonuses) -> dict[str, tuple[Question, ...]]:
    return {result.rule.id.removeprefix("rule:"): result.depends for result in answer.depends}
