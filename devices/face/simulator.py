"""Stands in for having no verifier: the same port, played by a script. Looks at no picture."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.face.rules import judge, refusal
from devices.values.face import FaceCapabilities, FaceResult, FaceSettings, FaceStatus, FaceVerdict, Liveness
from devices.values.health import Health

if TYPE_CHECKING:
    from devices.values.camera import Frame
    from devices.values.face import FaceConsent
    from devices.values.id_card import CardPhoto


class SimulatedFaceVerifier:
    """`FaceVerifier` that finds what `will_find` has told it, one after the other; without a word, no face."""

    def __init__(self, settings: FaceSettings, *, device: str = "face") -> None:
        self._settings = settings
        self._device = device
        self._findings: deque[tuple[float, Liveness]] = deque()
        self._open = False
        self.capabilities = FaceCapabilities(liveness=True)

    async def open(self) -> None:
        self._open = True

    async def verify(self, live: Frame, photo: CardPhoto, consent: FaceConsent) -> FaceResult:
        del live  # a simulator looks at nothing
        if not self._open:
            raise DeviceLostError(self._device, "not open")
        refused = refusal(consent)
        if refused is not None:
            return refused
        if photo.is_placeholder:
            return FaceResult(FaceVerdict.CANNOT_TELL, reason="no_photo")
        if not self._findings:
            return FaceResult(FaceVerdict.CANNOT_TELL, reason="no_face")
        return judge(*self._findings.popleft(), self._settings)

    async def status(self) -> FaceStatus:
        return FaceStatus(Health.NORMAL) if self._open else FaceStatus(Health.FAULT, DeviceLostError.code)

    async def close(self) -> None:
        self._open = False
        self._findings.clear()

    def will_find(self, score: float, liveness: Liveness = Liveness.LIVE) -> None:
        """The next comparison that is allowed finds this likeness."""
        self._findings.append((score, liveness))
