"""An example of each public name, a file that runs by itself; docs/python.md shows its output."""
