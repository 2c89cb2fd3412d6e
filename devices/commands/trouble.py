"""What the device commands say when something goes wrong: the fault, and what to do, in Chinese and in English.

Knows no device: what helps stands in the table of advice, and what the system says is told by its number.
"""

from __future__ import annotations

import errno
import io
import sys
from typing import TYPE_CHECKING

import click

from devices import registry
from devices.commands.causes import cause_of
from devices.commands.findings import FIXED
from devices.commands.options import name_of
from devices.errors import DeviceConfigError, DeviceError
from devices.values.advice import advice_for

if TYPE_CHECKING:
    from collections.abc import Mapping

_SEE_DOCTOR = {  # what these need, the group or the other program, only the doctor finds out
    "not_permitted": ("当前用户无权访问：见诊断", "This user may not use it: the doctor says what to do"),
    "taken": ("其他程序正在使用：见诊断", "Another program has it: the doctor says which"),
}
_SYSTEM = {
    errno.EADDRINUSE: ("端口已被占用：换一个 --port", "The port is taken: choose another --port"),
    errno.EACCES: ("没有权限：换一个位置，或换一个用户", "Not permitted: choose another place, or be another user"),
    errno.ENOENT: ("没有这个文件或目录：检查路径", "No such file or folder: check the path"),
    errno.ENOTDIR: ("路径中有一段不是目录：检查路径", "A part of the path is no folder: check the path"),
    errno.EEXIST: ("已有同名文件：换一个名称", "A file of this name is there: choose another name"),
    errno.ENOSPC: ("磁盘已满：清理后再试", "The disk is full: make room, then try again"),
}
_SYSTEM[errno.EPERM] = _SYSTEM[errno.EACCES]
_OTHER = ("系统不允许：见上一行", "The system does not allow it: see the line above")


class DeviceGroup(click.Group):
    """A group whose commands end with what is wrong, what to do and exit code 1, never with a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that has no ✓ gets its number
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except DeviceError as error:
            raise click.ClickException(told(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # nobody reads on: click ends quietly
                raise
            raise click.ClickException("\n  ".join((str(error), *_SYSTEM.get(error.errno or 0, _OTHER)))) from error


def told(error: DeviceError) -> str:
    """The fault in one line, then what to do, and who can tell more."""
    more = [doctor_line(error.device)] if not isinstance(error, DeviceConfigError) else []
    return "\n  ".join((str(error), *help_against(error), *filter(None, more)))


def help_against(error: DeviceError) -> tuple[str, str]:
    """What to do about an error, by what the system said of it as far as it said anything; Chinese and English."""
    code = "" if isinstance(error, DeviceConfigError) else cause_of(error)[0]
    return _SEE_DOCTOR.get(code) or FIXED.get(code) or what_helps(error.code)


def what_helps(reason: str) -> tuple[str, str]:
    """What to do about a reason code, in Chinese and in English."""
    advice = advice_for(reason)
    return advice.chinese, advice.english


def doctor_line(kind: str) -> str:
    """Where a technician finds out more of a device; empty for what is none."""
    if kind not in registry.NAMES:
        return ""
    return f"原因诊断 find out why: kapok device doctor {kind.replace('_', '-')} --address …"


def refuse_unheard(kind: str, settings: Mapping[str, object], *, simulated: bool = False) -> None:
    """Raises UsageError for a driver that only the kiosk's window can hear, and for one that nobody plays here."""
    entry = registry.kind_of(name_of(kind)).drivers.get(str(settings.get("driver")))
    if entry is not None and (entry.by_window or (simulated and entry.simulated)):
        raise click.UsageError("\n  ".join(FIXED["heard_by_window" if entry.by_window else "simulated"]))
