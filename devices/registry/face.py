"""Faces: not a kind of the table, for no verifier ships; only what a site has switched on is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.errors import DeviceConfigError

if TYPE_CHECKING:
    from devices.ports.face import FaceVerifier
    from devices.values.face import FaceSettings

DRIVERS = ("simulator",)  # plays a script: for tests and for showing the screens


def face_verifier(settings: FaceSettings, *, device: str = "face") -> FaceVerifier | None:
    """The verifier of settings that `face_settings` has checked, not opened; None when faces are off.

    Raises DeviceConfigError for a driver that is not known.
    """
    if not settings.enabled:
        return None
    if settings.driver not in DRIVERS:
        raise DeviceConfigError(
            device, f"driver {settings.driver!r} is not known for face; known are: {', '.join(DRIVERS)}"
        )
    from devices.face.simulator import SimulatedFaceVerifier

    return SimulatedFaceVerifier(settings, device=device)
