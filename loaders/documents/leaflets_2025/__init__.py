"""Leaflets of subsidies, one a measure on one or two sides: frames with caps and rates, uplifts,
deadlines, desk.

sides (where a leaflet begins) -> titles, desks, frames -> parser (records).
"""
