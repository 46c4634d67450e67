from shisaku import bonuses_of, open_store

with open_store() as graph:
    rules = bonuses_of(graph, "トライくるみん").rules
for rule in rules[:2]:
    print(rule.benefit, [raised.name for raised in rule.raises], rule.status)
