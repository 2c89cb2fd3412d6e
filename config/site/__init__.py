"""The site file of one hall (definitions.md 21): what it is, its counters, queues, items, kiosks, boards and people."""

from config.shapes import ARROWS, NUMBER_LETTERS, Id, MaterialRow, Table, Text, weekdays
from config.site.booking import Booking, OutOfHours
from config.site.bundles import Answer, Bundle, Leaf, Question
from config.site.checks import load_site
from config.site.city import City, CityPort
from config.site.codes import TrustedCodes
from config.site.floor import Board, Counter, Defaults, HallTable, Kiosk, Queue, User
from config.site.items import Catalogue, Choice, CodeLengths, Codes, Item, Material, Situation, SpecialStep
from config.site.opening import Extended, Hours, Override
from config.site.services import Service
from config.site.sso import Sso
from config.site.venues import Venue
from config.site.whole import Site

__all__ = [
    "ARROWS",
    "NUMBER_LETTERS",
    "Answer",
    "Board",
    "Booking",
    "Bundle",
    "Catalogue",
    "Choice",
    "City",
    "CityPort",
    "CodeLengths",
    "Codes",
    "Counter",
    "Defaults",
    "Extended",
    "HallTable",
    "Hours",
    "Id",
    "Item",
    "Kiosk",
    "Leaf",
    "Material",
    "MaterialRow",
    "OutOfHours",
    "Override",
    "Question",
    "Queue",
    "Service",
    "Site",
    "Situation",
    "SpecialStep",
    "Sso",
    "Table",
    "Text",
    "TrustedCodes",
    "User",
    "Venue",
    "load_site",
    "weekdays",
]
