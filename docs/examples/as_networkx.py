import networkx as nx

from shisaku import as_networkx, open_store

with open_store() as graph:
    network = as_networkx(graph)
print(network.number_of_nodes(), network.number_of_edges())
print(nx.number_weakly_connected_components(network))
