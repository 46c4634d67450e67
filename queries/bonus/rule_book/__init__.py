"""What the documents say about bonuses, read from the graph once: the rules with what they ask for
and give, the certifications with what they contain and need, how pages tell size classes, and who
applies. A store comes in, a `RuleBook` goes out; no company is known here.
"""
