from shisaku import measure_card, open_store

with open_store() as graph:
    card = measure_card(graph, "地域の人事部支援事業")
print(card.id, card.title)
print([budget.yen for page in card.appearances for budget in page.budgets])
