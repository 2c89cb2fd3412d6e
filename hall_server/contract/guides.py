"""What kiosks are told besides items: bundles 一件事 with their questions, self-service functions, places nearby.

Part of the catalogue (`hall_server.contract.catalogue`). Words in Chinese; `Catalogue.english` has them in English.
"""

from __future__ import annotations

import msgspec

from hall_server.contract.identity.assurance import Assurance
from hall_server.contract.item_words import Hardware, Load, Network, Payment, PlaceKind
from hall_server.contract.items import Order, VenueLevel


class Spoken(msgspec.Struct, frozen=True, array_like=True):
    """What people call a thing, in Mandarin or Cantonese, and how it is read.

    `pinyin`: one syllable for each character, with spaces between: "she bao ka"; a letter or a figure stands for
    itself in lower case, "·" for whatever has no reading.
    """

    words: str
    pinyin: str = ""


class AnswerView(msgspec.Struct, frozen=True):
    """One answer of a bundle's question; `to` is the id of a question or of a leaf."""

    words: str
    to: str


class QuestionView(msgspec.Struct, frozen=True):
    """A plain question of a bundle's tree (CL-D8)."""

    id: str
    question: str
    answers: tuple[AnswerView, ...]


class LeafView(msgspec.Struct, frozen=True):
    """Where a tree ends: what to ask for here, what is settled elsewhere, and a plain sentence.

    No `items` where the hall settles nothing of it: the sentence says who does, and people take the general number.
    """

    id: str
    items: tuple[str, ...] = ()
    words: str = ""
    elsewhere: tuple[str, ...] = ()


class BundleView(msgspec.Struct, frozen=True):
    """A bundle 一件事 (CL-D7, D8, D10). The tree begins at the question `first`; the hall has checked that it ends."""

    id: str
    name: str
    items: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()  # belongs to it, but is not settled in this hall
    order: Order = Order.PARALLEL
    name_en: str = ""
    plain: str = ""
    also: tuple[Spoken, ...] = ()
    pinyin: str = ""  # of the name, as in `Spoken`
    initials: str = ""  # as long as the name
    theme: str = ""
    first: str = ""
    questions: tuple[QuestionView, ...] = ()
    leaves: tuple[LeafView, ...] = ()


class PlaceView(msgspec.Struct, frozen=True):
    """Somewhere that can: another kiosk, a counter, another venue."""

    kind: PlaceKind
    id: str
    name: str
    where: str = ""
    km: float | None = None  # None: in this hall, or not known


class ServiceView(msgspec.Struct, frozen=True):
    """A self-service function and what it needs (CL-E13). `items`: those whose self-service it is; none: for everybody.

    `elsewhere`: where it can be had besides, the nearest first; a kiosk finds itself there too.
    """

    id: str
    name: str
    name_en: str = ""
    department: str = ""
    items: tuple[str, ...] = ()
    hardware: tuple[Hardware, ...] = ()
    network: Network = Network.HALL
    sign_in: Assurance | None = None  # None: nobody has to say who they are
    payment: Payment = Payment.NONE
    also: tuple[Spoken, ...] = ()
    elsewhere: tuple[PlaceView, ...] = ()


class VenueView(msgspec.Struct, frozen=True):
    """A place nearby (CL-B10, G11). `items`: what it does of the catalogue; empty: all of its level."""

    id: str
    name: str
    level: VenueLevel
    name_en: str = ""
    km: float | None = None
    address: str = ""
    phone: str = ""
    hours: str = ""
    barrier_free: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


class VenueLoad(msgspec.Struct, frozen=True):
    """How busy a venue says it is, and when it said so (UTC microseconds)."""

    venue: str
    load: Load
    at: int
