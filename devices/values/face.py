"""What a comparison of a live face with a card's photo comes to. No picture and no template is kept in any of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.values.health import Health


class FaceVerdict(StrEnum):
    """What may be concluded. Only MATCH lets anything through; the other two send nobody away (CL-C7)."""

    MATCH = "match"
    NO_MATCH = "no_match"  # another way is offered, and a person looks
    CANNOT_TELL = "cannot_tell"  # the same


class Liveness(StrEnum):
    """Whether a living face was before the camera, and no picture of one."""

    LIVE = "live"
    NOT_LIVE = "not_live"
    UNKNOWN = "unknown"  # this verifier cannot tell


@dataclass(frozen=True, slots=True)
class FaceConsent:
    """What the visitor has agreed to, for this one comparison: apart from everything else, and before it."""

    given: bool = False
    age: int | None = None  # in years, from the card; None: not known, which counts as too young
    guardian_present: bool = False


@dataclass(frozen=True, slots=True)
class FaceResult:
    """The one end of a comparison. `score` is the likeness, 0 to 1; None when there was nothing to compare.

    `reason` is a permanent snake_case code, empty for MATCH: below_threshold | close_call | not_live |
    liveness_unknown | no_face | several_faces | no_photo | no_consent | age_unknown | no_guardian.
    """

    verdict: FaceVerdict
    score: float | None = None
    liveness: Liveness = Liveness.UNKNOWN
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FaceStatus:
    """How the verifier is."""

    health: Health
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FaceCapabilities:
    """What the verifier can do: one that cannot tell a living face from a picture never gives a MATCH."""

    liveness: bool = False


@dataclass(frozen=True, slots=True)
class FaceSettings:
    """How a site uses faces; by default not at all."""

    enabled: bool = False
    driver: str = ""
    threshold: float = 0.8  # likeness from which it is a match
    margin: float = 0.1  # so far below it nobody can tell; further below it is another person
