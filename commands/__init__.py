"""The command line: options come in, a question is asked or a step is run, and lines for people or
JSON go to stdout, everything else to stderr. A room a subject, a module a command and of its name;
here stands what they share. What answers look like stands in the `printing` modules, the commands'
names in `group`.
"""
