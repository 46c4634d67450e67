"""加点パス: a company's form, the picture of what its certifications unlock, the next steps, and
the tables. Comes in: the company's profile from the address; goes out: each rule's access for it,
as picture, card, tables and files.
"""
