"""Speed, measured side by side in one run and written down as ratios (`make bench` writes
RESULTS.md).

May import everything; only tests import it. No test depends on these times.
"""
