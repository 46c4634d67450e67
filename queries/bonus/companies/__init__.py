"""A table of companies (CSV) in, a table of their bonuses out, answered as one company is. A
mapping (YAML) says which column is what; rows that cannot be read are reported with their line.
"""
