"""The command line, a module a command: options come in, a question is asked or a step is run, and
lines for people or JSON go to stdout, everything else to stderr. What answers look like stands in
the `*_printing` modules; the commands' names stand in `group`.
"""
