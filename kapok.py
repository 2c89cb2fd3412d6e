"""The front door: `kapok hall|kiosk|counter|keypad|device|city|db|doctor|test|net|config|screen|logs|demo …`.

Imports a room only when one of its commands is asked for; does nothing else.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from pathlib import Path

import click

_ROOMS = {
    "hall": ("hall_server.commands", "hall", "The hall server: create it, serve it, give out keys."),
    "db": ("hall_server.commands", "db", "The hall's database: migrate it, prove it."),
    "kiosk": ("kiosk.commands", "kiosk", "The kiosk: run it, look at its screens."),
    "counter": ("kiosk.counter.commands", "counter", "The machine at a counter: caller box, LED strip, rating pad."),
    "keypad": (
        "kiosk.counter.commands",
        "keypad",
        "A numeric key pad that calls while another program has the screen.",
    ),
    "device": ("devices.commands", "device", "Devices: probe them, read from them, stand in for them."),
    "city": ("hall_server.commands", "city", "The reference city: turning codes on a phone, faults to switch."),
    "doctor": ("kapok", "doctor", "Examine a machine: kiosk, counter, board, hall; what is wrong and what to do."),
    "test": ("devices.commands.trying", "test", "Try one box: printer, card, scanner, lamp, sound."),
    "net": ("kiosk.technician.looking", "net", "The network of this machine: who answers, how fast."),
    "config": (
        "config.commands.configuring",
        "config",
        "Site, kiosk and counter files: show, check, explain a key.",
    ),
    "screen": (
        "kiosk.technician.looking",
        "screen",
        "The glass in millimetres: reach, targets, screens that are connected.",
    ),
    "logs": ("config.commands.logs", "logs", "What the programs have written, without anything of a person."),
    "demo": ("tests.tour.commands", "demo", "A whole hall on this machine, to look at or to play with."),
}


_DOCTORS = {
    "machine": ("config.commands.machine", "machine", "The bare machine; needs no file."),
    "kiosk": ("kiosk.technician.doctor", "kiosk", "A kiosk with its boxes."),
    "board": ("kiosk.technician.doctor", "board", "The machine of a board or of a screen at a counter."),
    "counter": ("kiosk.technician.doctor", "counter", "The machine at a counter with its boxes."),
    "hall": ("hall_server.commands.doctor", "doctor", "The hall server with its database."),
}


class _Rooms(click.Group):
    rooms = _ROOMS

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(self.rooms)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.rooms:
            return None
        module, name, _ = self.rooms[cmd_name]
        if cmd_name == "demo":
            _from_a_checkout()
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Rooms"):
            formatter.write_dl([(name, text) for name, (_, _, text) in self.rooms.items()])


class _Doctors(_Rooms):
    rooms = _DOCTORS


def _from_a_checkout() -> None:
    """The demo lives beside the tests, which are not installed: it needs the checkout that this file stands in."""
    here = Path(__file__).resolve().parent
    if not (here / "tests/tour").is_dir():
        raise click.ClickException("the demo needs a checkout of the source: clone it and type `make demo`")
    sys.path.insert(0, str(here))


@click.command(cls=_Rooms, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kapok", prog_name="kapok")
def main() -> None:
    """Kapok (木棉): the software of a government service hall.

    Each room has its own commands; `kapok hall --help` lists those of the hall.
    A newcomer types `make demo` instead.
    """


@click.command(cls=_Doctors, invoke_without_command=True)
@click.option(
    "--lang", type=click.Choice(["zh", "en", "both"]), default="both", show_default=True, help="中文, English."
)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for scripts.")
@click.option("--etc", type=click.Path(path_type=Path), default=Path("/etc/kapok"), hidden=True)
@click.option("--var", type=click.Path(path_type=Path), default=Path("/var/lib/kapok"), hidden=True)
@click.pass_context
def doctor(context: click.Context, lang: str, etc: Path, var: Path, *, as_json: bool) -> None:
    """Examine a machine 诊断, say what was found and what to do, in Chinese and English.

    Without a command: what the packages put on this machine, by the files in /etc/kapok; a bare machine if nothing.

    Exit code 0: all is well. 1: somebody should come. 2: something does not work.
    """
    if context.invoked_subcommand is not None:
        return
    words = ["--lang", lang, *(["--json"] if as_json else [])]
    there = {name: told for name, told in _installed(etc, var).items() if _carried(_DOCTORS[name][0])}
    sys.exit(max(_examined(name, [*told, *words]) for name, told in (there or {"machine": []}).items()))


def _carried(module: str) -> bool:
    """Whether this installation has a module: a kiosk's package has no hall, a hall's no kiosk."""
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def _examined(name: str, words: list[str]) -> int:
    """The exit code of one examination."""
    module, command, _ = _DOCTORS[name]
    try:
        getattr(importlib.import_module(module), command).main(words, prog_name=f"kapok doctor {name}")
    except SystemExit as left:
        return int(left.code or 0)
    return 0


def _installed(etc: Path, var: Path) -> dict[str, list[str]]:
    """What stands on this machine, and where its files are."""
    found = {}
    for name in ("kiosk", "counter"):
        config, credential = etc / f"{name}.toml", var / name / "credential.toml"
        if config.exists():
            known = ["--credential", str(credential)] if os.access(credential, os.R_OK) else []
            found[name] = ["--config", str(config), *known]
    if (etc / "hall.toml").exists():
        found["hall"] = ["--data", str(var / "hall"), "--site", str(etc / "hall.toml")]
    return found


if __name__ == "__main__":
    sys.exit(main())
