from shisaku import Profile, next_certifications, open_store

with open_store() as graph:
    steps = next_certifications(graph, Profile(size=("中小企業",), hold=("くるみん",)))
print(steps[0].certification.name, len(steps[0].adds))
