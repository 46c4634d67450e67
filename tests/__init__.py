"""The tests, in the rooms of what they test: `tests/graph/embedded` is of `graph/embedded`, and
`test_NAME.py` of the module or the subject NAME. `repository` holds the house itself: README,
containers, imports, and how the tests run. `made_up` has documents and catalogues, none real.

`make test-fast` leaves out what asks a server, drives a browser, reads whole documents, asks the
bundled catalogue, starts processes or measures times. The marks of it come from the fixtures that a
test asks for (`conftest.py`), but for `sources`, `processes` and `times`; which worker runs a test,
too (`workers.py`).
"""
