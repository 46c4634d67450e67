"""What a bonus comes to in yen for a company with numbers, step by step.

In goes a profile with money of its own (payroll rise, tax, investment …), out come credits and
subsidies with and without what is held, each step with its place, or what is missing for it.
"""
