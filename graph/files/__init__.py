"""Files as such, whatever they hold: YAML read into types, files replaced whole or not at all,
tables for spreadsheets.
"""
