"""The examination behind `kapok device doctor`: one device, step by step, until something is found. Prints nothing."""

from __future__ import annotations

import asyncio
import errno
import socket
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from devices import registry
from devices.commands.findings import Blame, Finding, Step, found
from devices.commands.options import BAUDS
from devices.commands.places import Places, group_and_user, may_use
from devices.commands.terminal import opened
from devices.errors import DeviceConfigError, DeviceError, DeviceLostError, DeviceProtocolError, DeviceSilentError
from devices.registry.wires import hooked
from devices.transports.serial_ports import path_of
from devices.values.advice import advice_for
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.device import Device, Status
    from devices.ports.transport import Transport

PATIENCE_S = 30.0  # for one opening and one status
BY_ERRNO = {
    errno.EACCES: ("not_permitted", Blame.PERMISSION),
    errno.EPERM: ("not_permitted", Blame.PERMISSION),
    errno.EBUSY: ("taken", Blame.PROGRAM),
    errno.EAGAIN: ("taken", Blame.PROGRAM),
    errno.ENOTTY: ("not_a_line", Blame.SETTINGS),
    errno.EINVAL: ("not_a_line", Blame.SETTINGS),
    errno.EISDIR: ("not_a_line", Blame.SETTINGS),
    errno.ECONNREFUSED: ("connection_refused", Blame.DEVICE),
    errno.EHOSTUNREACH: ("host_unreachable", Blame.CABLE),
    errno.ENETUNREACH: ("host_unreachable", Blame.CABLE),
}
BY_FIRST_WORD = {  # of a loss on USB
    "not_there": ("usb_missing", Blame.CABLE),
    "no_permission": ("not_permitted", Blame.PERMISSION),
    "busy": ("taken", Blame.PROGRAM),
    "no_pipes": ("usb_wrong_kind", Blame.SETTINGS),
    "no_library": ("library_missing", Blame.DRIVER),
}
SPEECHLESS = {DeviceSilentError.code, DeviceProtocolError.code}


async def examine(kind: str, settings: Mapping[str, object], places: Places) -> list[Finding]:
    """What each step found; the last one is a fault, or a status. Never raises for what a device does."""
    wires: list[Transport] = []

    def keep(wire: Transport) -> Transport:
        wires.append(wire)
        return wire

    try:
        with hooked(keep):
            box = registry.build(kind, settings)
    except DeviceConfigError as error:
        return [found(Step.SETTINGS, error.code, Blame.SETTINGS, detail=error.detail)]
    entry = registry.kind_of(kind).drivers[str(settings["driver"])]
    findings = [found(Step.SETTINGS, "simulated" if entry.simulated else "well")]
    path = Path(path_of(settings.get("address")))
    if path.is_absolute():
        findings += _looked_at(path, places)
    if not findings[-1].is_fault and wires:
        findings.append(await _open_wire(wires[0], path, places))
    if findings[-1].is_fault:
        return findings
    if entry.only_sends:
        return [*findings, found(Step.ANSWERS, "only_sends")]
    return findings + await _ask(box, kind, settings, on_a_line=path.is_absolute() and "baud" in entry.keys)


def _looked_at(path: Path, places: Places) -> list[Finding]:
    """Is the file there, and may we use it?"""
    if not path.exists():
        if path.is_symlink():
            return [found(Step.THERE, "link_dangling", Blame.CABLE, detail=f"{path} → {path.readlink()}")]
        if strangers := places.usb_without_driver():
            return [found(Step.THERE, "usb_without_driver", Blame.DRIVER, detail=", ".join(strangers))]
        return [found(Step.THERE, "file_missing", Blame.CABLE, detail=str(path))]
    there = found(Step.THERE, "well", detail=str(path.resolve()))
    if not may_use(path):
        return [there, _not_permitted(Step.PERMISSION, path)]
    return [there, found(Step.PERMISSION, "well")]


def _not_permitted(step: Step, path: Path) -> Finding:
    group, user = group_and_user(path) if path.is_absolute() and path.exists() else ("root", "")
    code = "only_root" if group == "root" else "not_permitted"
    return found(step, code, Blame.PERMISSION, detail=str(path), group=group, user=user)


async def _open_wire(wire: Transport, path: Path, places: Places) -> Finding:
    try:
        await wire.open()
    except DeviceLostError as error:
        return _why_lost(error, path, places)
    except DeviceError as error:
        return found(Step.OPENS, error.code, Blame.SETTINGS, detail=error.detail)
    finally:
        await wire.close()
    return found(Step.OPENS, "well")


def _why_lost(error: DeviceLostError, path: Path, places: Places) -> Finding:
    cause = error.__cause__
    number = cause.errno if isinstance(cause, OSError) else None
    code, blame = BY_FIRST_WORD.get(error.detail.split(":")[0].split(" ")[0], (error.code, Blame.CABLE))
    if isinstance(cause, socket.gaierror):
        code, blame = "host_unknown", Blame.SETTINGS
    elif isinstance(cause, TimeoutError):
        code, blame = "host_unreachable", Blame.CABLE
    elif number in BY_ERRNO:
        code, blame = BY_ERRNO[number]
    if code == "not_permitted":
        return _not_permitted(Step.OPENS, path)
    who = ", ".join(places.users_of(path)) if code == "taken" and path.is_absolute() else ""
    return found(Step.OPENS, code, blame, detail=error.detail, who=who or "?")


async def _ask(box: Device, kind: str, settings: Mapping[str, object], *, on_a_line: bool) -> list[Finding]:
    code, detail, status = await _answer_of(box)
    if status is not None and status.reason not in SPEECHLESS:
        return [found(Step.ANSWERS, "well"), _judged(status)]
    code = code or DeviceSilentError.code
    if on_a_line and code in SPEECHLESS and (baud := await _other_baud(kind, settings)):
        return [found(Step.ANSWERS, "wrong_baud", Blame.SETTINGS, detail=detail, baud=baud)]
    blame = Blame.CABLE if code == DeviceLostError.code else Blame.DEVICE
    return [found(Step.ANSWERS, code, blame, detail=detail)]


async def _answer_of(box: Device) -> tuple[str, str, Status | None]:
    """(code, detail, status) of one opening: the code is empty when there was a status."""
    try:
        async with asyncio.timeout(PATIENCE_S), opened(box):
            return "", "", await box.status()
    except DeviceError as error:
        return error.code, error.detail, None
    except TimeoutError:
        return DeviceSilentError.code, f"nothing within {PATIENCE_S:g} s", None


async def _other_baud(kind: str, settings: Mapping[str, object]) -> int | None:
    """The rate at which it answers after all, if it does at one of the usual ones."""
    address = str(settings["address"])
    scheme, query, _ = address.partition("?")
    for baud in BAUDS:
        if query and f"baud={baud}" in address:
            continue
        tried = registry.build(kind, {**settings, "address": scheme, "baud": baud})
        _, _, status = await _answer_of(tried)
        if status is not None and status.reason not in SPEECHLESS:
            return baud
    return None


def _judged(status: Status) -> Finding:
    if not status.reason:
        return found(Step.STATUS, "well")
    advice = advice_for(status.reason)
    finding = Finding(Step.STATUS, status.reason, advice.chinese, advice.english, detail=advice.action.value)
    if status.health is Health.FAULT:
        return replace(finding, blame=Blame.DEVICE)
    return replace(finding, warning=True)
