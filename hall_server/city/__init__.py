"""The hall's end of the city's platforms, one port each, and the reference city that speaks the other end."""
