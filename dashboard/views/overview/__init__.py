"""全体像: counts, ministry × pillar as a heat map, money by ministry and kind, the documents.
Comes in: document, ministry and pillar from the address; goes out: tables and their files.
"""
