from shisaku import Profile, bonuses_for, open_store

with open_store() as graph:
    answer = bonuses_for(graph, Profile(size=("中小企業",), hold=("くるみん",)))
print(len(answer.unlocked), "unlocked,", len(answer.almost), "almost")
