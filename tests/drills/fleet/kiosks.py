"""Simulated kiosks of a fleet: each has keys, hardware and a boot of its own, beats, and does what its hall signs."""

from __future__ import annotations

import hashlib
import time
import uuid
from typing import TYPE_CHECKING

from hall_server.contract.fleet import BoxHealth, Heartbeat, SignedOrders, proved_orders
from hall_server.contract.signing import Signer
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError, HallSilentError
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys

if TYPE_CHECKING:
    from hall_server.contract.enrolment import Enrolling

OLD, NEW = "6.2", "6.3"
_BOXES = tuple(BoxHealth(kind, ready=True) for kind in ("id_card", "receipt_printer", "code_scanner", "speaker"))
_ANSWER_S = 10.0


class SimKiosk:
    """One machine. `bad`: it cannot start the new version and comes back to the old one."""

    def __init__(self, name: str, address: str, hall: str) -> None:
        self.name, self.address, self.hall = name, address, hall
        self.keys, self.hardware = OwnKeys.new(), hashlib.sha256(name.encode()).hexdigest()
        self.boot, self.version, self.bad = str(uuid.uuid4()), OLD, False
        self.failed: str | None = None
        self.told = ""
        self.key_id, self.hall_key = "", b""
        self.took_ms: list[float] = []
        self._client: HallClient | None = None

    def asks(self, code: str) -> tuple[Enrolment, str]:
        """With a code; the enrolment, and the fingerprint on its screen."""
        enrolment = Enrolment(self.address, self.keys, Here(self.hardware, self.boot))
        told, fingerprint = enrolment.ask(code)
        self._is(told)
        return enrolment, fingerprint

    def _is(self, told: Enrolling) -> None:
        self.key_id, self.hall_key = told.key_id, told.hall_key
        signer = Signer(self.key_id, self.keys.signing, self.hardware, self.boot)
        self._client = HallClient(
            HallAccess(self.address, self.hall, self.key_id, signer=signer, answer_timeout_s=_ANSWER_S)
        )

    def copied(self) -> SimKiosk:
        """Its disk in another machine."""
        other = SimKiosk(self.name, self.address, self.hall)
        other.keys, other.hardware = self.keys, "ab" * 32
        other.key_id, other.hall_key = self.key_id, self.hall_key
        signer = Signer(self.key_id, self.keys.signing, other.hardware, other.boot)
        other._client = HallClient(HallAccess(self.address, self.hall, self.key_id, signer=signer))
        return other

    def beat(self) -> str:
        """Tell how it is, do what it is told; "" or why the hall did not hear it."""
        assert self._client is not None
        beat = Heartbeat(self.version, self.boot, _BOXES, 300, 20_000, update_failed=self.failed)
        began = time.perf_counter()
        try:
            told = self._client.command(f"kiosks/{self.name}/health", str(uuid.uuid4()), beat, SignedOrders)
        except (HallRefusedError, HallSilentError) as error:
            return str(error)
        self.took_ms.append((time.perf_counter() - began) * 1000)
        orders = proved_orders(told, self.hall_key, self.name)
        if orders is None:
            return "orders that its hall did not sign"
        self.told = orders.version
        if orders.version and orders.version != self.version:
            if self.bad:
                self.failed = orders.version
            else:
                self.version = orders.version
        return ""

    def close(self) -> None:
        """Off."""
        if self._client is not None:
            self._client.close()
