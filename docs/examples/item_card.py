from shisaku import item_card, open_store

with open_store() as graph:
    card = item_card(graph, "followup-2024 ⑨")
print(card.title)
print([measure.name for measure in card.measures])
