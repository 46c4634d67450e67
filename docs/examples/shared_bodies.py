from shisaku import open_store, shared_bodies

with open_store() as graph:
    for body in shared_bodies(graph)[:2]:
        print(body.name, dict(body.ministries))
