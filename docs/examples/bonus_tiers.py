from shisaku import bonus_tiers, open_store

with open_store() as graph:
    for tier in bonus_tiers(graph, "えるぼし"):
        print(tier.certification.name, [len(size.rules) for size in tier.sizes])
