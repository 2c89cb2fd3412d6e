"""Wording packs 用语包: what a city calls its levels, and the shapes that names of venues may have (CL-A2, A3, A4)."""

from config.packs.names import VenueName, VenueNameError, read_name, venue_name
from config.packs.pack import Pack, Shape, load_pack, packs

__all__ = ["Pack", "Shape", "VenueName", "VenueNameError", "load_pack", "packs", "read_name", "venue_name"]
