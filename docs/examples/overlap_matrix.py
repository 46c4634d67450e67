from shisaku import open_store, overlap_matrix

with open_store() as graph:
    matrix = overlap_matrix(graph)
print(len(matrix.offices), "offices,", len(matrix.cells), "cells")
