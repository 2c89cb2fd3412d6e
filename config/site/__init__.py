"""The site file of one hall (definitions.md 21): what it is, its counters, queues, items, kiosks, boards and people."""

from config.site.checks import load_site
from config.site.floor import Board, Counter, Defaults, HallTable, Kiosk, Queue, User
from config.site.items import Bundle, Item
from config.site.opening import Extended, Hours, Override
from config.site.whole import Site
from config.site.words import ARROWS, NUMBER_LETTERS, Id, MaterialRow, Table, Text, weekdays

__all__ = [
    "ARROWS",
    "NUMBER_LETTERS",
    "Board",
    "Bundle",
    "Counter",
    "Defaults",
    "Extended",
    "HallTable",
    "Hours",
    "Id",
    "Item",
    "Kiosk",
    "MaterialRow",
    "Override",
    "Queue",
    "Site",
    "Table",
    "Text",
    "User",
    "load_site",
    "weekdays",
]
