"""Readers of facts, one file a field, from a page to the records that it states; `bounds`, `money`,
`pots` and `prose` are pieces that several share. Their words and patterns stand in the YAML file
beside each, with examples. They are pure but for one thing: the page collects what they refuse
because they cannot read it, with its line (`Page.refuse`).
"""
