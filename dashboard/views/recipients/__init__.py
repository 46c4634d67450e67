"""支出先: whom budget programmes paid, recipient × ministry; through which programmes one was paid.
Comes in: filters and a recipient's id from the address; goes out: tables and their files.
"""
