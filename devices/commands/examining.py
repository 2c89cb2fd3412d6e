"""The examination behind `kapok device doctor`: one device, step by step, until something is found. Prints nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from devices import registry
from devices.commands.causes import cause_of
from devices.commands.findings import Blame, Finding, Step, found
from devices.commands.options import BAUDS
from devices.commands.places import Places, group_and_user, may_use
from devices.commands.terminal import opened
from devices.errors import DeviceConfigError, DeviceError, DeviceLostError, DeviceProtocolError, DeviceSilentError
from devices.registry.wires import hooked
from devices.transports import open_transport
from devices.transports.serial_ports import path_of
from devices.values.advice import advice_for
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.device import Device, Status
    from devices.ports.transport import Transport

PATIENCE_S = 30.0  # for one opening and one status
PORTS = {"http": 80, "https": 443, "ipp": 631, "ipps": 631}
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
    address = str(settings.get("address", ""))
    path = Path(path_of(address))
    if path.is_absolute():
        findings += _looked_at(path, places, line="baud" in entry.keys and not address.startswith("file:"))
    wire = wires[0] if wires else _way_to_host(kind, address)
    if not findings[-1].is_fault and wire:
        findings.append(await _open_wire(wire, path, places))
    if findings[-1].is_fault:
        return findings
    if entry.only_sends:
        return [*findings, found(Step.ANSWERS, "heard_by_window" if entry.by_window else "only_sends")]
    on_a_line = path.is_absolute() and "baud" in entry.keys
    return findings + await _ask(box, kind, settings, path, places, on_a_line=on_a_line)


def _way_to_host(kind: str, address: str) -> Transport | None:
    """For drivers that speak to a host by means of their own: a connection that shows whether anybody is there."""
    try:
        parts = urlsplit(address)
        port = parts.port or PORTS.get(parts.scheme)
    except ValueError:
        return None
    if parts.scheme in PORTS and parts.hostname and port:
        return open_transport(f"tcp://{parts.netloc.rpartition('@')[2].removesuffix(f':{port}')}:{port}", device=kind)
    return None


def _looked_at(path: Path, places: Places, *, line: bool) -> list[Finding]:
    """Is the file there, is it a serial `line` where one is wanted, and may we use it?"""
    if not path.exists():
        if path.is_symlink():
            return [found(Step.THERE, "link_dangling", Blame.CABLE, detail=f"{path} → {path.readlink()}")]
        if strangers := places.usb_without_driver():
            return [found(Step.THERE, "usb_without_driver", Blame.DRIVER, detail=", ".join(strangers))]
        return [found(Step.THERE, "file_missing", Blame.CABLE, detail=str(path))]
    if line and not path.is_char_device():
        return [found(Step.THERE, "not_a_line", Blame.SETTINGS, detail=str(path.resolve()))]
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
        return _why_lost(Step.OPENS, error, path, places)
    except DeviceError as error:
        return found(Step.OPENS, error.code, Blame.SETTINGS, detail=error.detail)
    finally:
        await wire.close()
    return found(Step.OPENS, "well")


def _why_lost(step: Step, error: DeviceError, path: Path, places: Places) -> Finding:
    """A loss by what the system said of it, as far as it said anything."""
    code, blame = cause_of(error)
    if code in {"", "camera_missing"} and path.is_absolute() and places.users_of(path):
        code, blame = "taken", Blame.PROGRAM
    code, blame = (code, blame) if code else (error.code, Blame.CABLE)
    if code == "not_permitted":
        return _not_permitted(step, path)
    who = ", ".join(places.users_of(path)) if code == "taken" and path.is_absolute() else ""
    return found(step, code, blame, detail=error.detail, who=who or "?")


async def _ask(
    box: Device, kind: str, settings: Mapping[str, object], path: Path, places: Places, *, on_a_line: bool
) -> list[Finding]:
    status, error = await _answer_of(box, kind)
    if status is not None and status.reason not in SPEECHLESS:
        return [found(Step.ANSWERS, "well"), _judged(status)]
    error = error or DeviceSilentError(kind)
    if on_a_line and error.code in SPEECHLESS and (baud := await _other_baud(kind, settings)):
        return [found(Step.ANSWERS, "wrong_baud", Blame.SETTINGS, detail=error.detail, baud=baud)]
    if isinstance(error, DeviceLostError):
        return [_why_lost(Step.ANSWERS, error, path, places)]
    return [found(Step.ANSWERS, error.code, Blame.DEVICE, detail=error.detail)]


async def _answer_of(box: Device, kind: str) -> tuple[Status | None, DeviceError | None]:
    """The status after one opening, or what kept it from being told."""
    try:
        async with asyncio.timeout(PATIENCE_S), opened(box):
            return await box.status(), None
    except DeviceError as error:
        return None, error
    except TimeoutError:
        return None, DeviceSilentError(kind, f"nothing within {PATIENCE_S:g} s")


async def _other_baud(kind: str, settings: Mapping[str, object]) -> int | None:
    """The rate at which it answers after all, if it does at one of the usual ones."""
    address = str(settings["address"])
    scheme, query, _ = address.partition("?")
    for baud in BAUDS:
        if query and f"baud={baud}" in address:
            continue
        tried = registry.build(kind, {**settings, "address": scheme, "baud": baud})
        status, _ = await _answer_of(tried, kind)
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
