"""May this hall take an applicant from elsewhere (CL-A9)? Always an answer that helps: a queue, or where to go instead.

Sees a region code, six digits, never a whole identity number. Those digits say where a number was first given out, not
where its holder lives: who declares to live here is at home here, and who shows no card is asked nothing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.items import Reach, ReferralReason, VenueLevel
from hall_server.domain.items.venues import Venue, covers, same_city, same_province

if TYPE_CHECKING:
    from hall_server.domain.items.element import ServiceItem

_REASON = {
    Reach.LOCAL: ReferralReason.REACH_LOCAL,
    Reach.CITY: ReferralReason.REACH_CITY,
    Reach.PROVINCE: ReferralReason.REACH_PROVINCE,
}


class Applicant(msgspec.Struct, frozen=True):
    """What is known of where an applicant is from."""

    region: str = ""  # first six digits of the identity number; "" = no card, or a document that has none
    lives_here: bool = False  # 在本区居住, declared


class Here(msgspec.Struct, frozen=True):
    """This hall among the others."""

    level: VenueLevel
    regions: tuple[str, ...] = ()  # empty: the site file does not say, so nobody is from elsewhere
    cross_region_queue: str = ""  # empty: applicants from elsewhere stand in the item's own queue
    help_queue: str = ""  # where a person answers somebody who is referred; empty: at the desk
    venues: tuple[Venue, ...] = ()


class Taken(msgspec.Struct, frozen=True, tag=True):
    """This hall takes the applicant."""

    queue: str
    cross_region: bool = False


class Referral(msgspec.Struct, frozen=True, tag=True):
    """This hall cannot, and says who can. Nobody is sent away by it: `help_queue` is open to everybody."""

    reason: ReferralReason
    venue: Venue | None  # the nearest that can; None: none that this hall knows of
    help_queue: str


def take_or_refer(item: ServiceItem, here: Here, applicant: Applicant) -> Taken | Referral:
    """Which queue an applicant stands in for an item, or who can take them instead."""
    if not _done_at(item, here.level):
        return Referral(ReferralReason.NOT_AT_THIS_LEVEL, nearest(item, here, applicant), here.help_queue)
    if _at_home(here, applicant):
        return Taken(item.queue)
    if any(within_reach(item.reach, region, applicant.region) for region in here.regions):
        return Taken(here.cross_region_queue or item.queue, cross_region=True)
    return Referral(_REASON[item.reach], nearest(item, here, applicant), here.help_queue)


def within_reach(reach: Reach, hall: str, applicant: str) -> bool:
    """Whether an item of this reach lets a hall's region take an applicant's, the two being different."""
    if reach is Reach.CITY:
        return same_city(hall, applicant)
    if reach is Reach.PROVINCE:
        return same_province(hall, applicant)
    return reach is Reach.CROSS_PROVINCE


def nearest(item: ServiceItem, here: Here, applicant: Applicant) -> Venue | None:
    """The venue that can take this applicant for this item, the least way from this hall; unknown ways come last."""
    able = [venue for venue in here.venues if _can(venue, item, here, applicant)]
    return min(able, key=lambda venue: (math.inf if venue.km is None else venue.km, venue.id), default=None)


def _done_at(item: ServiceItem, level: VenueLevel) -> bool:
    return not item.levels or level in item.levels


def _at_home(here: Here, applicant: Applicant) -> bool:
    return not here.regions or not applicant.region or applicant.lives_here or covers(here.regions, applicant.region)


def _can(venue: Venue, item: ServiceItem, here: Here, applicant: Applicant) -> bool:
    if not _done_at(item, venue.level) or (venue.items and item.id not in venue.items):
        return False
    home = _home(here, applicant)
    return not home or any(
        covers((region,), home) or covers((home,), region) or within_reach(item.reach, region, home)
        for region in venue.regions
    )


def _home(here: Here, applicant: Applicant) -> str:
    if applicant.region and not applicant.lives_here:
        return applicant.region
    return here.regions[0] if here.regions else ""
