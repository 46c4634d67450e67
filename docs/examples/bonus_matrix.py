from shisaku import bonus_matrix, open_store

with open_store() as graph:
    fullest = bonus_matrix(graph)[0]
print(fullest.issuer, "→", fullest.raised, len(fullest.rules), "rules")
