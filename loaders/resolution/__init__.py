"""One measure over documents and years: appearances of all documents go in, measures come out, with
what is a part of what and what came after what. Evidence (`evidence.py`) decides with a score; what
it cannot settle a person did, in `resolution.yaml` with a reason.
"""
