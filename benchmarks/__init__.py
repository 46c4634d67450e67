"""Speed, measured side by side in one run and written down as ratios (`make bench` writes
RESULTS.md), a module a part. No test depends on these times.
"""
