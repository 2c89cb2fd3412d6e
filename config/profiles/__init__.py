"""Whole site files to begin with 场所模板: four levels of halls, in the words of a city (CL-A1, A2)."""

from config.profiles.new_site import LEVELS, Place, new_site

__all__ = ["LEVELS", "Place", "new_site"]
