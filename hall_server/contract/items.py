"""The words of service items 事项 that the kiosk, the pages and the hall read alike (clauses CL-A1, A9, B6, H4).

Knows no rules: who may be taken where is `hall_server.domain.items`' business. People never read these words first:
a kiosk lists by theme (CL-B6).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

MAX_ITEMS = 12  # on one ticket (CL-A7); up to here the fewest counters are found exactly (CL-D9)

# The first six digits of an identity number, or a division of GB/T 2260. \Z: $ would let a trailing newline through.
RegionCode = Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]{5}\Z")]
# One visit's id through booking, queue, acceptance and rating (CL-H4): a UUID in its canonical form.
CorrelationId = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]


class ItemKind(StrEnum):
    """事项类型: administrative powers on application and public services, the eight of CL-B6."""

    PERMIT = "permit"  # 行政许可
    CONFIRMATION = "confirmation"  # 行政确认
    ADJUDICATION = "adjudication"  # 行政裁决
    BENEFIT = "benefit"  # 行政给付
    REWARD = "reward"  # 行政奖励
    FILING = "filing"  # 行政备案
    OTHER_POWER = "other_power"  # 其他行政权力
    PUBLIC_SERVICE = "public_service"  # 公共服务


class Reach(StrEnum):
    """通办范围: whose applicants any hall may take (CL-A9)."""

    LOCAL = "local"  # the hall's own region only
    CITY = "city"  # 全市通办
    PROVINCE = "province"  # 全省通办
    CROSS_PROVINCE = "cross_province"  # 跨省通办


class VenueLevel(StrEnum):
    """市、区、街（镇）、社区（村）: the four levels of CL-A1; their names are each place's own business."""

    CITY = "city"
    DISTRICT = "district"
    STREET = "street"
    VILLAGE = "village"


class ReferralReason(StrEnum):
    """Why this hall sends an applicant elsewhere; the sentence for people is made from it."""

    REACH_LOCAL = "reach_local"  # only where the applicant is at home
    REACH_CITY = "reach_city"  # only within the applicant's city
    REACH_PROVINCE = "reach_province"  # only within the applicant's province
    NOT_AT_THIS_LEVEL = "not_at_this_level"  # no hall of this level does it


class Order(StrEnum):
    """How the items of a bundle 一件事 follow each other (CL-D7)."""

    PARALLEL = "parallel"  # 并联: all at once
    SERIAL = "serial"  # 串联: each after the one before
