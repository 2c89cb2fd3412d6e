"""The Debian packages: what is in them, that their units name what is there, and that they are the same bytes again."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import tomllib
from typing import TYPE_CHECKING

import pytest
import yaml
from make_packages import DEBIAN, PLAIN, build, installed, project_version
from roles import ROLES

from tests.house_rules.sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SYSTEMD = ROOT / "packaging/systemd"
SERVICES = sorted(SYSTEMD.glob("*.service"))
CHANGES_VERSIONS = "kapok-kiosk-version.service"  # root: it stops and starts a unit, and everybody may read its book
SHELL = sorted(
    path
    for folder in ("slots", "kiosk-session", "bundle", "debian")
    for path in (ROOT / "packaging" / folder).rglob("*")
    if path.is_file() and path.read_bytes().startswith(b"#!/bin/sh")
)


def unit(path: Path) -> dict[str, dict[str, list[str]]]:
    """A unit file: section, key, all values."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), {})
        elif "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            section.setdefault(key, []).append(value)
    return found


def all_installed() -> dict[str, str]:
    """Every path that a package puts somewhere, and which package."""
    return {to: name for name in PLAIN for _, to, _ in installed(name)}


@pytest.mark.parametrize("name", PLAIN)
def test_a_package_holds_its_list_and_is_the_same_again(name: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    once, again = (build(name, "9.8.7", tmp_path / folder) for folder in _folders(tmp_path))
    assert once.name == f"{name}_9.8.7_all.deb"
    listed = subprocess.run(["dpkg-deb", "-c", str(once)], capture_output=True, text=True, check=True).stdout
    inside = {line.split()[5][1:]: line.split()[:2] for line in listed.splitlines() if not line.endswith("/")}
    for _, to, mode in installed(name):
        rights, owner = inside[to]
        assert owner == "root/root"
        assert rights == ("-rwxr-xr-x" if mode == 0o755 else "-rw-r--r--"), to
    assert f"/usr/share/doc/{name}/copyright" in inside
    fields = subprocess.run(["dpkg-deb", "-f", str(once)], capture_output=True, text=True, check=True).stdout
    assert "@" not in fields.replace("kapok@localhost", "")
    assert hashlib.sha256(once.read_bytes()).digest() == hashlib.sha256(again.read_bytes()).digest()


def _folders(folder: Path) -> tuple[str, str]:
    for name in ("once", "again"):
        (folder / name).mkdir()
    return "once", "again"


def test_no_two_packages_bring_the_same_file() -> None:
    brought = [to for name in PLAIN for _, to, _ in installed(name)]
    assert len(brought) == len(set(brought))
    assert not [to for to in brought if to.startswith(("/usr/local", "/opt", "/home", "/var"))]


def test_settings_are_never_written_over_by_an_upgrade() -> None:
    for name in PLAIN:
        settings = {to for _, to, _ in installed(name) if to.startswith("/etc/")}
        conffiles = DEBIAN / name / "conffiles"
        assert settings == (set(conffiles.read_text(encoding="utf-8").split()) if settings else set())


def test_the_version_is_named_in_one_place() -> None:
    for path in (ROOT / "packaging").rglob("*"):
        if path.is_file() and path.suffix not in {".yaml", ""} and "container" not in path.parts:
            assert project_version() not in path.read_text(encoding="utf-8", errors="ignore").replace(
                "make_packages.py [--version 0.1.0]", ""
            ), path
    for path in (ROOT / "packaging/container").iterdir():
        assert set(re.findall(r"kapok-hall:([\d.]+)|VERSION=([\d.]+)", path.read_text(encoding="utf-8"))) <= {
            (project_version(), ""),
            ("", project_version()),
        }


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_a_service_runs_what_is_installed_as_nobody_in_particular_and_in_a_box(path: Path) -> None:
    service = unit(path)["Service"]
    program = service["ExecStart"][-1].split()[0]
    current = re.fullmatch(r"/opt/kapok/(\w+)/current/bin/kapok", program)
    assert program in all_installed() or (current and current[1] in ROLES)
    if path.name == CHANGES_VERSIONS:
        assert "User" not in service
    else:
        users = "".join(one.read_text(encoding="utf-8") for one in SYSTEMD.glob("*.sysusers"))
        assert f"u {service['User'][0]} - " in users
    assert service["ProtectSystem"] == ["strict"]
    assert service["ProtectHome"] == service["PrivateTmp"] == ["yes"]
    assert service["LimitCORE"] == ["0"], "a core dump holds names and numbers"
    assert service["UMask"] == ["0022" if path.name == CHANGES_VERSIONS else "0077"]
    if "board" not in path.name:  # the browser's own sandbox needs a setuid program
        assert service["NoNewPrivileges"] == ["yes"]
        assert service["CapabilityBoundingSet"] == ["CAP_DAC_OVERRIDE" if path.name == CHANGES_VERSIONS else ""]
    for file in service.get("EnvironmentFile", ()):
        assert file.lstrip("-") in all_installed()


@pytest.mark.parametrize("name", ["kapok-hall", "kapok-kiosk", "kapok-counter"])
def test_a_program_that_stands_still_is_started_again(name: str) -> None:
    service = unit(SYSTEMD / f"{name}.service")["Service"]
    assert service["Type"] == ["notify"]
    assert 5 <= int(service["WatchdogSec"][0]) <= 60
    assert service["Restart"][0] in {"always", "on-failure"}


def test_users_have_no_shell() -> None:
    for path in SYSTEMD.glob("*.sysusers"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert not line.startswith("u ") or line.endswith(" /usr/sbin/nologin"), line


def test_slots_ask_for_units_and_files_that_are_there() -> None:
    for role in ROLES:
        told = tomllib.loads((ROOT / f"packaging/slots/roles/{role}.toml").read_text(encoding="utf-8"))
        assert f"/lib/systemd/system/{told['unit']}" in all_installed()
        conditions = unit(SYSTEMD / told["unit"])["Unit"]["ConditionPathExists"]
        assert told["needs"] == conditions, "a service starts when, and only when, the slots expect it to"
        assert told["settings"] in all_installed()


def test_the_service_of_a_counter_waits_for_its_two_files_and_is_boxed_in_as_the_kiosk_s() -> None:
    ours, kiosk = (unit(SYSTEMD / f"kapok-{name}.service") for name in ("counter", "kiosk"))
    files = ["/etc/kapok/counter.toml", "/var/lib/kapok/counter/credential.toml"]
    assert ours["Unit"]["ConditionPathExists"] == files
    assert all(file in ours["Service"]["ExecStart"][0].split() for file in files)
    screen = {"ReadWritePaths", "RestrictAddressFamilies"}  # a session needs its own folder, and udev's socket
    box = {key for key in kiosk["Service"] if key.startswith(("Protect", "Restrict", "SystemCall", "Lock"))} - screen
    assert {key: ours["Service"].get(key) for key in box - {"Restart", "RestartSec"}} == {
        key: kiosk["Service"][key] for key in box - {"Restart", "RestartSec"}
    }
    assert set(ours["Service"]["RestrictAddressFamilies"][0].split()) == {"AF_UNIX", "AF_INET", "AF_INET6"}


def test_backups_are_made_every_day_and_kept_so_many() -> None:
    timer = unit(SYSTEMD / "kapok-backup.timer")["Timer"]
    assert len(timer["OnCalendar"]) == 2
    assert timer["Persistent"] == ["yes"], "a machine that was off makes it up"
    assert "KAPOK_BACKUPS=14" in (SYSTEMD / "hall.env").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SHELL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_scripts_have_no_finding(path: Path) -> None:
    told = subprocess.run(["shellcheck", "-s", "sh", str(path)], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout
    assert path.parent.parent.name == "debian" or os.access(path, os.X_OK)


def test_the_browser_of_a_board_has_no_way_to_files_or_tools() -> None:
    policy = json.loads((ROOT / "packaging/kiosk-session/board-policy.json").read_text(encoding="utf-8"))
    assert policy["DeveloperToolsAvailability"] == 2
    assert policy["DownloadRestrictions"] == 3
    assert policy["AllowFileSelectionDialogs"] is False
    assert {"file://*", "chrome://*"} <= set(policy["URLBlocklist"])


def test_udev_knows_the_devices_of_the_book() -> None:
    rules = (ROOT / "packaging/udev/60-kapok.rules").read_text(encoding="utf-8")
    book = (ROOT / "docs/devices.md").read_text(encoding="utf-8")
    vendor, product = re.search(r"usb://([0-9a-f]{4}):([0-9a-f]{4})", book).groups()
    assert f'ATTR{{idVendor}}=="{vendor}", ATTR{{idProduct}}=="{product}"' in rules
    for line in (line for line in rules.splitlines() if line and not line.startswith("#")):
        for part in re.split(r",\s*(?=[A-Z])", line):
            assert re.fullmatch(r'[A-Z]+(\{[\w/]+\})?(==|!=|=|\+=)"[^"]*"', part), part


def test_the_containers_are_small_closed_and_pinned() -> None:
    services = yaml.safe_load((ROOT / "packaging/container/compose.yaml").read_text(encoding="utf-8"))
    for name, service in services["services"].items():
        assert re.search(r":\d+\.\d+", service["image"]), f"{name} is pinned"
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert not [port for port in service.get("ports", ()) if not port.startswith("127.0.0.1:")], "nginx is in front"
        assert not [
            key for key, value in service["environment"].items() if "PASSWORD" in key and not value.startswith("/")
        ]
        assert set(service["secrets"]) <= set(services["secrets"])
        assert set(service["networks"]) <= set(services["networks"])
    assert services["networks"]["inside"]["internal"], "nobody outside reaches the database"
    hall = services["services"]["hall"]
    assert hall["read_only"] is True
    assert hall["cap_drop"] == ["ALL"]


def test_the_container_file_keeps_the_rules_of_a_linter() -> None:
    text = re.sub(r"\\\n\s*", "", (ROOT / "packaging/container/Containerfile").read_text(encoding="utf-8"))
    words = [line.partition(" ") for line in text.splitlines() if line and not line.startswith("#")]
    said = {verb: rest for verb, _, rest in words}
    assert re.search(r":\d", said["FROM"]), "pinned"
    assert said["USER"] != "root"
    assert said["USER"] != "0"
    assert "--no-install-recommends" in said["RUN"]
    assert "rm -rf" in said["RUN"]
    assert "/var/lib/apt/lists/*" in said["RUN"]
    assert "HEALTHCHECK" in said
    assert json.loads(said["ENTRYPOINT"])
    assert json.loads(said["CMD"])
    assert "ADD" not in said
