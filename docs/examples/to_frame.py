from shisaku import open_store, overlaps, to_frame

with open_store() as graph:
    frame = to_frame(overlaps(graph)[:3])
print(frame[["a.title", "b.title", "score", "grade"]].to_string(index=False))
