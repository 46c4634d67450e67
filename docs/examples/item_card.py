from shisaku import item_card, open_store

with open_store() as graph:
    card = item_card(graph, "item:followup-2024:0b8559ba")
print(card.title)
print([measure.title for measure in card.covers])
