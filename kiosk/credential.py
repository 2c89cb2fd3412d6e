"""The credential of an enrolled machine: its keys before the hall is asked, the whole file once it is let in.

The private keys are written down before the hall hears of the public ones: a try that was broken off goes on.
"""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

from config.durable import new_file, sync
from hall_server.contract.enrolment import counter_at
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys
from kiosk.local_store.machine import this_machine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hall_server.contract.enrolment import Enrolling, MachineProfile, ProfileSecrets

_KEY_BYTES = 32


class EnrolFileError(Exception):
    """A site's mistake: the file is there, or cannot be written."""


def enrol_here(
    server: str,
    code: str,
    out: Path,
    *,
    authority: str = "",
    at_counter: bool = False,
    wait_s: float,
    show: Callable[[Enrolling, str], None],
    pause: Callable[[float], None] = time.sleep,
) -> MachineProfile:
    """登记 of the machine that this process runs on. See `Enrolment` for what it raises, and EnrolFileError.

    `show` gets what the hall says and the fingerprint that is compared.
    """
    if out.exists():
        raise EnrolFileError(f"{out} is there already; move it away to enrol this machine anew")
    unfinished = out.with_name(f"{out.name}.keys")
    try:
        keys = _kept(unfinished)
        machine = this_machine()
        enrolment = Enrolment(server, keys, Here(machine.fingerprint, machine.boot_id, at_counter), authority)
        told, fingerprint = enrolment.ask(code)
        show(told, fingerprint)
        profile, secrets = enrolment.wait(wait_s, pause)
        with new_file(out) as made:
            made.write_text(_toml(server, profile, secrets, keys), encoding="utf-8")
        unfinished.unlink()
    except OSError as error:
        raise EnrolFileError(f"cannot write {out}: {error.strerror or error}") from None
    return profile


def _kept(path: Path) -> OwnKeys:
    """New keys in a file for its owner only, or those of a try that was broken off."""
    if path.exists():
        both = bytes.fromhex(path.read_text(encoding="ascii").strip())
        return OwnKeys(both[:_KEY_BYTES], both[_KEY_BYTES:])
    keys = OwnKeys.new()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as made:
        made.write((keys.signing + keys.box).hex() + "\n")
    sync(path)
    sync(path.parent)
    return keys


def _toml(server: str, profile: MachineProfile, secrets: ProfileSecrets, keys: OwnKeys) -> str:
    counter = counter_at(profile.kiosk)
    words = {
        "server": server,
        "hall": profile.hall,
        "kiosk": "" if counter else profile.kiosk,
        "counter": counter,
        "key_id": profile.key_id,
        "private_key": keys.signing.hex(),
        "hall_key": profile.hall_key.hex(),
        "pseudonym_key": secrets.pseudonym_key,
        "authority": profile.authority,
    }
    return "".join(
        f"{word} = {json.dumps(value)}\n" for word, value in words.items() if value
    )  # a basic string is JSON's
