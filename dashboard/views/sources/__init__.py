"""出典とデータ品質: each document and published table with what it states, what was found, what was
refused or corrected, and how well documents are read. Comes in: the document that the address
names; goes out: a sentence, tables and their files.
"""
