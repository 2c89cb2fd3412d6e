"""When a face may be compared, what a likeness means, and that a face is never the only way. Pure.

Sources: CL-C7; 人脸识别技术应用安全管理办法 (2025-06-01): not the only way, separate consent, minors under 14 with
a guardian; 个人信息保护法 §§29, 31.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from devices.errors import DeviceConfigError
from devices.values.face import FaceConsent, FaceResult, FaceSettings, FaceVerdict, Liveness

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DEVICE = "face"
AGE_OF_OWN_CONSENT = 14
OPEN_WAYS = ("id_card", "smart_card", "typed_number", "without_identity", "staff")
"""Ways that ask for neither a face nor a phone: one of them must stand beside a face."""
KEYS: dict[str, type] = {"enabled": bool, "driver": str, "threshold": float, "margin": float, "only_way": bool}


def face_settings(table: Mapping[str, object], other_ways: Iterable[str]) -> FaceSettings:
    """The settings of a site's [face] table, checked; off when there is none.

    `other_ways` names how else a visitor may say who they are at this kiosk: kinds of devices, `typed_number`,
    `without_identity`, `staff`. Raises DeviceConfigError for what is not known or makes no sense, and for faces that
    would be the only way, or the only one without a phone.
    """
    for key, value in table.items():
        _check(key, value)
    if table.get("only_way"):
        raise DeviceConfigError(DEVICE, "only_way: a face is never the only way (CL-C7); take this line out")
    given = {key: value for key, value in table.items() if key != "only_way"}
    settings = FaceSettings(**given)  # type: ignore[arg-type]  # each was checked for its type
    if not 0 <= settings.margin < settings.threshold <= 1:
        raise DeviceConfigError(DEVICE, "expected 0 <= margin < threshold <= 1")
    if settings.enabled and not settings.driver:
        raise DeviceConfigError(DEVICE, "enabled, and no driver is named")
    if settings.enabled and not set(OPEN_WAYS) & set(other_ways):
        ways = ", ".join(OPEN_WAYS)
        raise DeviceConfigError(
            DEVICE, f"enabled, and no way is left without a face or a phone (CL-C7); offer one of: {ways}"
        )
    return settings


def refusal(consent: FaceConsent) -> FaceResult | None:
    """Why nothing may be looked at, as the result of a comparison; None when it may.

    Who may be too young needs a guardian beside them.
    """
    if not consent.given:
        return FaceResult(FaceVerdict.CANNOT_TELL, reason="no_consent")
    if consent.guardian_present or (consent.age is not None and consent.age >= AGE_OF_OWN_CONSENT):
        return None
    return FaceResult(FaceVerdict.CANNOT_TELL, reason="age_unknown" if consent.age is None else "no_guardian")


def judge(score: float, liveness: Liveness, settings: FaceSettings) -> FaceResult:
    """What a likeness means: a MATCH only of a living face, and no verdict near the threshold."""
    if not math.isfinite(score):
        return FaceResult(FaceVerdict.CANNOT_TELL, None, liveness, "no_face")
    score = min(1.0, max(0.0, score))
    if liveness is not Liveness.LIVE:
        reason = "not_live" if liveness is Liveness.NOT_LIVE else "liveness_unknown"
        return FaceResult(FaceVerdict.CANNOT_TELL, score, liveness, reason)
    if score >= settings.threshold:
        return FaceResult(FaceVerdict.MATCH, score, liveness)
    if score > settings.threshold - settings.margin:
        return FaceResult(FaceVerdict.CANNOT_TELL, score, liveness, "close_call")
    return FaceResult(FaceVerdict.NO_MATCH, score, liveness, "below_threshold")


def _check(key: str, value: object) -> None:
    expected = KEYS.get(key)
    if expected is None:
        raise DeviceConfigError(DEVICE, f"setting {key!r} is not known; known are: {', '.join(KEYS)}")
    fits = isinstance(value, int | float) if expected is float else isinstance(value, expected)
    if not fits or (isinstance(value, bool) and expected is not bool):
        raise DeviceConfigError(DEVICE, f"setting {key!r} is {value!r}, expected {expected.__name__}")
