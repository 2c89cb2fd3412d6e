"""Device errors, sorted by whose fault it is; they carry fields and a permanent code, never a sentence for visitors."""

from __future__ import annotations


class DeviceError(Exception):
    """Anything that goes wrong between us and a box.

    `code` is permanent and snake_case; `device` is the configured device id ("id_card", "printer" …).
    """

    code = "device_error"

    def __init__(self, device: str, detail: str = "") -> None:
        super().__init__(f"{device}: {self.code}" + (f": {detail}" if detail else ""))
        self.device = device
        self.detail = detail


class DeviceLostError(DeviceError):
    """Environment: the wire is gone (unplugged, refused, closed). The supervisor reopens; drivers never do."""

    code = "device_lost"


class DeviceSilentError(DeviceError):
    """Environment: the wire is open, the box does not answer within its time-out."""

    code = "device_silent"


class DeviceRefusedError(DeviceError):
    """Peer: the box answered, and the answer is no (status word, error state). `status` is the box's own number."""

    code = "device_refused"

    def __init__(self, device: str, status: int, detail: str = "") -> None:
        super().__init__(device, detail or f"status 0x{status:02X}")
        self.status = status


class DeviceProtocolError(DeviceError):
    """Peer: what came is not what the protocol allows, after resynchronising and retrying."""

    code = "device_protocol"


class DeviceConfigError(DeviceError):
    """Site: the settings name a driver, an address or a value that does not exist; the detail lists what does."""

    code = "device_config"
