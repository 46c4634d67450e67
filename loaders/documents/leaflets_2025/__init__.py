"""Leaflets of subsidies, one a measure on one or two sides: frames with caps and rates, uplifts,
deadlines, desk. Comes in: their lines; goes out: a `Reading`.

pages (where a leaflet begins) → titles, contacts → caps, rates, frames, windows, applicants →
notes, bonuses → parser (entries, records).
"""
