"""`make drill-install`: the packages on a fresh Debian 12 without a network → out/drill-install.json.

The machine is a container with a systemd and a network namespace of its own. In place of a graphics card and tty7
stands a virtual X server (the session is the packaged one), in place of boxes stand emulators. KEEP=1 keeps its root.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.drills.install import kiosk
from tests.drills.install.machine import Machine, MachineError, make_root, remove
from tests.drills.install.versions import VARIANTS, make, make_current, make_medium, stand_ins
from tests.drills.verdict import Verdict
from tests.tour.city import never_closed

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[3]
HALL = "/var/lib/kapok/hall"
SITE = "/etc/kapok/hall.toml"
DOCTOR = ("kapok", "doctor")
CREDENTIAL = ("--credential", "/var/lib/kapok/kiosk/credential.toml")
AS_HALL = ("runuser", "-u", "kapok-hall", "--")
AS_KIOSK = ("runuser", "-u", "kapok-kiosk", "--")
HEALTH = "import sys,urllib.request as u; print(u.urlopen('http://127.0.0.1:8080/api/v1/health').read().decode())"
WORK = ROOT / "build/drill-install"


class Drill:
    """The steps, one after the other; after one that does not hold nothing can be said of the next."""

    def __init__(self, machine: Machine, version: str) -> None:
        self.machine, self.version = machine, version
        self.verdict = Verdict("drill-install")

    def step(self, what: str, act: Callable[[], object]) -> object:
        """Do it, print it, keep how long it took."""
        began = time.monotonic()
        try:
            said = act()
        except (MachineError, AssertionError) as error:
            print(f"  ✗ {what}: {error}", flush=True)
            raise
        took = time.monotonic() - began
        print(f"  ✓ {what}{f': {said}' if said else ''}  ({took:.1f} s)", flush=True)
        self.verdict.figure(f"S{len(self.verdict.rows) + 1:02d}", what, took, "s")
        return said

    def run(self) -> None:
        """From a bare machine to a bad update that went away by itself."""
        run = self.machine.run
        self.step("it has no network but its own loopback", self._alone)
        self.step("the medium installs a hall", lambda: _last(run("/media/kapok/install", "hall")))
        self.step("the medium installs a kiosk", lambda: _last(run("/media/kapok/install", "kiosk")))
        self.step("systemd finds nothing wrong in the units", self._units)
        self.step("the hall is made and starts", self._hall)
        self.step("`kapok doctor hall` finds nothing that does not work", lambda: self._doctor("hall"))
        self.step("a stand-in for the screen, emulators for the boxes", self._stand_ins)
        self.step("nginx takes the sample for it", lambda: _last(self._nginx()))
        self.step("the wizard stands on its glass; the kiosk makes its own key and is let in", self._sets_up)
        self.step("behind the wizard the kiosk starts by itself", self._kiosk_starts)
        self.step("`kapok doctor kiosk` finds nothing that does not work", lambda: self._doctor("kiosk"))
        run("systemctl", "start", "kapok-kiosk")
        first = self.step(
            "a visitor takes a number with a card", lambda: kiosk.takes_a_number(self.machine, kiosk.FIRST)
        )
        self.step("a program that stands still is started again", self._stands_still)
        self.step("a backup, proved by a restore", self._backup)
        self.step("the hall goes to a next version", lambda: self._use("hall", "9.1.0"))
        self.step("the kiosk itself asks for a next version and has it", lambda: self._wishes("9.1.0", comes=True))
        self.step("a hall that does not start: back by itself", lambda: self._back("9.2.0", "nothing is lost"))
        self.step("a hall that is not well: back by itself", lambda: self._back("9.3.0", "new life"))
        self.step("it asks for one that ends: back by itself", lambda: self._wishes("9.2.0", comes=False))
        second = self.step("another visitor takes a number", lambda: kiosk.takes_a_number(self.machine, kiosk.SECOND))
        self.verdict.nothing("Dtwice", "numbers that were given twice", [str(first)] if first == second else [])
        self.step("the history is whole", self._verified)
        self.step("the version at work refuses to be removed", self._refuses)
        self.step("removing and purging leave the data and say where", self._purge)

    def _alone(self) -> str:
        names = self.machine.networks()
        assert names == ["lo"], names
        return "lo"

    def _units(self) -> str:
        units = (
            "kapok-hall.service",
            "kapok-kiosk.service",
            "kapok-kiosk-setup.service",
            "kapok-backup.service",
            "kapok-backup.timer",
            "kapok-tls.service",
            "kapok-kiosk-version.service",
            "kapok-kiosk-version.path",
            "kapok-counter.service",
        )
        told = self.machine.ask("systemd-analyze", "verify", *units)
        wrong = [line for line in (told.stdout + told.stderr).splitlines() if "kapok" in line]
        assert not wrong, wrong
        return ""

    def _hall(self) -> str:
        site = (ROOT / "config/sites/demo.toml").read_text(encoding="utf-8")
        self.machine.write(SITE, never_closed(site, datetime.now(UTC)))
        self.machine.run(*AS_HALL, "kapok", "hall", "init", "--site", SITE, "--data", HALL)
        self.machine.run("systemctl", "start", "kapok-hall")
        return f"build {self._health()['build']}"

    def _health(self) -> dict[str, object]:
        return json.loads(self.machine.run("python3", "-c", HEALTH))

    def _doctor(self, what: str) -> str:
        words = {
            "hall": (*AS_HALL, *DOCTOR, "hall", "--data", HALL, "--site", SITE, "--server", "http://127.0.0.1:8080"),
            "kiosk": (*AS_KIOSK, *DOCTOR, "kiosk", "--config", "/etc/kapok/kiosk.toml", *CREDENTIAL, "--no-screen"),
        }[what]
        done = self.machine.ask(*words, "--json")
        looks = json.loads(done.stdout)["looks"]
        wrong = [look["english"] for look in looks if look["level"] != "fine"]
        assert done.returncode < 2, wrong
        return f"{len(looks)} looks, exit code {done.returncode}" + (
            f", warned: {'; '.join(wrong)[:150]}" if wrong else ""
        )

    def _stand_ins(self) -> str:
        line = "deb [trusted=yes] file:/media/stand-ins ./\n"
        self.machine.write("/tmp/stand-ins.list", line)
        only = ("-o", "Dir::Etc::sourcelist=/tmp/stand-ins.list", "-o", "Dir::Etc::sourceparts=/dev/null")
        self.machine.run("apt-get", "-qq", *only, "update")
        self.machine.run("apt-get", "-qq", "-y", *only, "install", "--no-install-recommends", "xvfb", "nginx-light")
        kiosk.set_up(self.machine)
        return "Xvfb, printer on TCP, card reader on a pty"

    def _nginx(self) -> str:
        new = "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=hall -keyout /tmp/hall.key -out /tmp/hall.pem"
        self.machine.run(*new.split())
        sample = self.machine.run("cat", "/usr/share/doc/kapok-hall/examples/nginx.conf").replace(
            "/etc/ssl/kapok", "/tmp"
        )
        self.machine.write("/tmp/nginx.conf", f"events {{}}\nhttp {{\n{sample}\n}}\n")
        done = self.machine.ask("nginx", "-t", "-c", "/tmp/nginx.conf")
        assert done.returncode == 0, done.stderr
        return done.stderr

    def _sets_up(self) -> str:
        new = ("kapok", "hall", "enrol", "new", "--data", HALL, "--site", SITE, "--kiosk", "K1", "--json")
        code = json.loads(self.machine.run(*AS_HALL, *new))["code"]
        self.machine.run("systemctl", "start", kiosk.WIZARD)
        wizard = kiosk.Wizard(self.machine)
        shown = wizard.sets_up(code, self._let_in)
        return f"fingerprint {shown} on both sides, {wizard.touches} touches"

    def _let_in(self, shown: list[str]) -> str:
        at = ("--data", HALL)
        listed = json.loads(self.machine.run(*AS_HALL, "kapok", "hall", "enrol", "list", *at, "--json"))
        (one,) = [machine for machine in listed if machine["fingerprint"] in shown]
        self.machine.run(*AS_HALL, "kapok", "hall", "enrol", "approve", *at, one["key_id"], one["fingerprint"])
        return str(one["fingerprint"])

    def _kiosk_starts(self) -> str:
        for _ in range(120):
            time.sleep(0.5)
            if self.machine.ask("systemctl", "is-active", "kapok-kiosk").returncode == 0:
                break
        else:
            raise MachineError(self.machine.journal(kiosk.WIZARD)[-600:])
        kiosk.shows(self.machine, page="home", online=True, reader=True, printer=True)
        assert self.machine.ask("systemctl", "is-active", kiosk.WIZARD).stdout.strip() == "inactive"
        self.machine.run("systemctl", "stop", "kapok-kiosk")
        assert self.machine.ask("test", "-e", "/var/lib/kapok/kiosk/setup").returncode
        assert 'id = "K1"' in self.machine.run("cat", "/etc/kapok/kiosk.toml")
        held = self.machine.run("stat", "-c", "%U %a", "/etc/kapok/kiosk.toml").strip()
        assert held == "root 644", held
        return held

    def _stands_still(self) -> str:
        before = self.machine.run("systemctl", "show", "-P", "MainPID", "kapok-hall").strip()
        self.machine.run("sh", "-c", f"kill -STOP {before}")
        for _ in range(180):
            time.sleep(0.5)
            now = self.machine.run("systemctl", "show", "-P", "MainPID", "kapok-hall").strip()
            state = self.machine.run("systemctl", "show", "-P", "ActiveState", "kapok-hall").strip()
            if now not in {before, "0"} and state == "active":
                return "by the watchdog"
        raise MachineError("it was not started again")

    def _backup(self) -> str:
        self.machine.run("systemctl", "start", "kapok-backup.service")
        told = [line for line in self.machine.journal("kapok-backup").splitlines() if line.startswith("{")]
        made = json.loads(told[-1])
        assert made["restored"]["tickets"] >= 1, made
        assert "kapok-backup.timer" in self.machine.run("systemctl", "list-timers", "--all")
        return f"{made['bytes']} bytes, {made['restored']['tickets']} tickets came back"

    def _install(self, role: str, version: str) -> str:
        names = (f"kapok-base_{version}_all", f"kapok-{role}-{version}_{version}_amd64", f"kapok-{role}_{version}_all")
        return self.machine.run("dpkg", "-i", *(f"/media/versions/{role}-{version}/{name}.deb" for name in names))

    def _use(self, role: str, version: str) -> str:
        said = self._install(role, version)
        assert f"{version} is well and at work" in said, said[-600:]
        assert self._slots()[role]["at_work"] == version
        return _slot_lines(said)

    def _back(self, version: str, words: str) -> str:
        said = self._install("hall", version)
        told = self._slots()["hall"]
        assert told["at_work"] == "9.1.0", said[-600:]
        assert version in told["bad"]
        assert words in said, said[-600:]
        assert self.machine.run("systemctl", "is-active", "kapok-hall").strip() == "active"
        return f"{told['wrong']}"

    def _wishes(self, version: str, *, comes: bool) -> str:
        """The file that a running kiosk leaves once the hall's roll-out reached it; a unit of systemd takes it up."""
        self.machine.run("dpkg", "-i", f"/media/versions/kiosk-{version}/kapok-kiosk-{version}_{version}_amd64.deb")
        before = self._slots()["kiosk"]["at_work"]
        assert before != version, "the program alone must not put itself to work"
        wish = "/var/lib/kapok/kiosk/wished-version"
        self.machine.run(*AS_KIOSK, "sh", "-c", f"echo {version} >{wish}.new && mv {wish}.new {wish}")
        for _ in range(240):
            told = self._slots()["kiosk"]
            if told.get("wished") == version and self.machine.ask("test", "-e", wish).returncode:
                assert told["at_work"] == (version if comes else before), told
                assert (told["came"] == 0) is comes, told
                return f"{told['last']}: {told.get('wrong', '')}"[:160]
            time.sleep(0.5)
        raise MachineError(f"nobody took the wish up: {self.machine.journal('kapok-kiosk-version')[-600:]}")

    def _slots(self) -> dict[str, dict[str, object]]:
        return json.loads(self.machine.run("kapok-slots", "status", "--json"))

    def _verified(self) -> str:
        return self.machine.run(*AS_HALL, "kapok", "db", "verify", "--data", HALL).strip()

    def _refuses(self) -> str:
        done = self.machine.ask("dpkg", "--remove", "--force-depends", "kapok-hall-9.1.0")
        assert done.returncode, done.stdout
        assert "is at work" in done.stderr, done.stderr
        return ""

    def _purge(self) -> str:
        said = self.machine.run("apt-get", "-qq", "-y", "purge", "kapok-hall", "kapok-hall-*", "kapok-kiosk")
        left = f"left in place, yours to delete: {HALL}"
        assert left in said, said[-600:]
        self.machine.run("test", "-s", f"{HALL}/hall.sqlite3")
        self.machine.run("sh", "-c", "ls /var/backups/kapok/*.zip >/dev/null && ! ls /opt/kapok/hall/*/bin 2>/dev/null")
        return left


def _last(said: str) -> str:
    return said.strip().splitlines()[-1]


def _slot_lines(said: str) -> str:
    lines = [line.partition(" | ")[2] for line in said.splitlines() if line.startswith("kapok-slots:")]
    return "; ".join(lines)[:160]


def main() -> int:
    if os.geteuid():
        print("drill-install makes a machine in a container: run it as root")
        return 2
    WORK.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="run-", dir=WORK) as folder:
        here = Path(folder)
        packages, medium, root = here / "packages", here / "medium", here / "root"
        packages.mkdir()
        began = time.monotonic()
        print("making the packages, the medium, further versions and a fresh root …", flush=True)
        version = make_current(packages)
        make_medium(packages, medium)
        stand_ins(here / "stand-ins")
        for variant in VARIANTS:
            place = here / f"versions/{variant.role}-{variant.version}"
            place.mkdir(parents=True)
            make(variant, place)
        make_root(root)
        size = sum(path.stat().st_size for path in medium.rglob("*") if path.is_file()) / 1e6
        print(f"… made in {time.monotonic() - began:.0f} s; the medium has {size:.0f} MB", flush=True)
        media = {"/media/kapok": medium, "/media/versions": here / "versions", "/media/stand-ins": here / "stand-ins"}
        machine = Machine(root, media)
        drill = Drill(machine, version)
        try:
            drill.step("a fresh Debian 12 boots", lambda: f"systemd runs after {machine.boot():.1f} s")
            drill.run()
        except (MachineError, AssertionError) as error:
            drill.verdict.findings.append(str(error)[:1500])
        finally:
            machine.off()
            if os.environ.get("KEEP"):
                root.rename(WORK / "kept-root")
            remove(root)
    drill.verdict.figure("Msize", "the medium, without the browser and not squeezed", size, "MB")
    return drill.verdict.finish()


if __name__ == "__main__":
    raise SystemExit(main())
