from shisaku import money_by_office, open_store

with open_store() as graph:
    money = money_by_office(graph)
print(money.year, [(office.ministry, office.execution) for office in money.offices])
