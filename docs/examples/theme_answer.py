from shisaku import open_store, theme_answer

with open_store() as graph:
    exports = theme_answer(graph, "輸出", "経済産業省", "農林水産省")
print([(row.ministry, row.money.programmes, row.measures) for row in exports.ministries])
print(exports.total.money.available, exports.total.money.execution)
print([(pair.grade, pair.a_name, pair.b_name) for pair in exports.pairs[:3]])
