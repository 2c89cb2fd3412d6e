"""What kiosks have their hall ask the city for a visitor: a file, a person on a screen, places on the net.

The answers are the city's own, as the shapes of its ports say; the hall keeps none of them.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall_server.contract.city.licences import Holder
from hall_server.contract.city.links import Links
from hall_server.contract.city.profile import Profile
from hall_server.contract.city.video import Speech, VideoSession
from hall_server.contract.messages import Command, ShortText

ANSWERS = (Links, Profile, VideoSession)


class ReadProfile(Command, frozen=True, kw_only=True):
    """Read somebody's file. `consent`: they said yes on this screen, in this visit; without it nobody is asked.

    `visit`: the id of the visit (CL-H4), under which the yes is kept; the holder is not. `cards`: they want
    to see what they may be entitled to as well (免申即享, CL-H20); off unless they say so.
    """

    visit: ShortText
    holder: Holder
    consent: bool = False
    cards: bool = False


class AskVideo(Command, frozen=True):
    """What it is about: the id of an item, or nothing; and in which language."""

    item: Annotated[str, msgspec.Meta(max_length=64)] = ""
    speech: Speech = Speech.MANDARIN
