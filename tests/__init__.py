"""The tests, in the rooms of what they test: `tests/graph/embedded` is of `graph/embedded`, and
`test_NAME.py` of the module or the subject NAME. `repository` holds the house itself: README,
containers, imports. `made_up` has documents and catalogues, none of them real.

`make test-fast` leaves out what asks a server, drives a browser or reads whole documents; the
marks `neo4j` and `browser` come from the fixtures that a test asks for (`conftest.py`).
"""
