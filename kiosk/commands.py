"""`kapok kiosk …`: run a kiosk, look at its screens. Parses words and files; composes nothing itself."""

from __future__ import annotations

import atexit
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.enrol_command import asks_to_enrol
from kiosk.enrol_command import enrol as enrol_machine

if TYPE_CHECKING:
    from config.kiosk_file import KioskFile
    from kiosk.runner import Kiosk

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group()
def kiosk() -> None:
    """The kiosk: run it on its machine, look at its screens.

    A kiosk needs two files: its own (which boxes hang on it, where its hall is) and the credential that
    `kapok kiosk enrol` wrote for it.
    """


@kiosk.command()
@click.option(
    "--config", "config_file", type=FILE, required=True, help="The kiosk's file, see config/sites/kiosk.toml."
)
@click.option("--credential", type=FILE, required=True, help="What `kapok kiosk enrol` wrote for this kiosk.")
@click.option("--headless", is_flag=True, help="No screen: the visit runs, nobody sees it.")
@click.option("--play", is_flag=True, help="Obey words on standard input, tell each page.")
@click.option("--verbose", is_flag=True, help="Log every look at the devices and the hall.")
def run(config_file: Path, credential: Path, headless: bool, play: bool, verbose: bool) -> None:
    """Run the kiosk until it is told to stop (SIGTERM).

    With --play a script can stand before it: each change of the page is one line of JSON on standard output, without
    anything of the person. On a screen, `tap NAME` touches what has this name and `shot FILE` takes a picture.
    Headless, each line is one touch: `touch take_a_number` (a button by its name), `item i05` (a row of the list),
    `theme 社会保障`, or `chip wheelchair` (a wish on the last page). Example:

    printf 'touch take_a_number\\nitem i05\\n' | kapok kiosk run --headless --play --config config/sites/kiosk.toml
    --credential k1.toml
    """  # noqa: D301 - the example shows what is typed
    from config.process import keep_memory_private, keep_memory_small, loaded_to_stay

    with loaded_to_stay():
        from config.errors import ConfigError
        from config.kiosk_file import load_credential
        from config.log_file import keep_log
        from config.logs import set_up_logs
        from config.pushed import load_kiosk_as_pushed, pushed_settings
        from devices.errors import DeviceConfigError
        from kiosk.app import Narrator, build_kiosk, log_file, run_headless
        from kiosk.local_store import LocalStoreError

    keep_memory_private()
    keep_memory_small()
    set_up_logs(logging.DEBUG if verbose else logging.INFO, remembers=True)
    logging.getLogger("urllib3").setLevel(logging.WARNING)
    try:
        settings = load_kiosk_as_pushed(config_file)
        pushed = pushed_settings(config_file, settings)
        atexit.register(keep_log(log_file(settings, config_file.parent)))
        built = build_kiosk(settings, load_credential(credential), config_file.parent, pushed)
    except (ConfigError, DeviceConfigError, LocalStoreError) as error:
        raise click.ClickException(str(error)) from error
    if settings.kiosk.metrics_port:
        _measured(settings, config_file.parent)
    if play:
        built.observe(Narrator().say)
    if headless:
        run_headless(built, play=play)
    else:
        sys.exit(_with_screen(built, settings, play=play))


def _measured(settings: KioskFile, folder: Path) -> None:
    """Metrics beside the kiosk; a port that is taken stops nobody from taking a number."""
    from kiosk.metrics import serve_metrics

    table = settings.kiosk
    try:
        serve_metrics(table.metrics_port, table.id, folder / (table.state_dir or ".") / f"kiosk-{table.id}.db")
    except OSError as error:
        logging.getLogger("kapok.kiosk").warning("no metrics on port %d: %s", table.metrics_port, error.strerror)


def _with_screen(built: Kiosk, settings: KioskFile, *, play: bool) -> int:
    from config.process import loaded_to_stay

    with loaded_to_stay():
        from devices.registry.code_scanner import key_taker
        from kiosk.bridge import ScreenAssetsError, run_screen  # Qt only when there is a screen

    try:
        pictures = built.paperwork.pictures
        return run_screen(built, settings, play=play, keys=key_taker(built.scanner), picture=pictures.picture)
    except ScreenAssetsError as error:
        built.discard()
        raise click.ClickException(str(error)) from error


@kiosk.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Where the pictures go.")
@click.option(
    "--mode",
    "modes",
    multiple=True,
    type=click.Choice(["large", "contrast", "low", "aloud"]),
    help="大字, 高对比, 往下移, 朗读; may be given again.",
)
@click.option("--language", default="zh-CN", type=click.Choice(["zh-CN", "zh-HK", "en"]), help="In which language.")
@click.option("--landscape", is_flag=True, help="On a panel that lies: 1920 × 1080.")
@click.argument("names", nargs=-1)
def preview(out: Path, modes: tuple[str, ...], language: str, landscape: bool, names: tuple[str, ...]) -> None:
    """Draw the screens of made-up visits into PNG files, without a hall and without devices.

    NAMES choose some of them; without names all are drawn. For example, the first page in large type on its side:

    kapok kiosk preview --out shots --mode large --landscape home
    """
    from kiosk.bridge import ScreenAssetsError
    from kiosk.bridge.preview import preview as draw
    from kiosk.session.modes import Language, Mode, Modes
    from kiosk.viewmodels.examples import EXAMPLES

    if unknown := sorted(set(names) - set(EXAMPLES)):
        raise click.ClickException(f"no such screen: {', '.join(unknown)}; known: {', '.join(EXAMPLES)}")
    try:
        read_as = Modes(frozenset(Mode(mode) for mode in modes), Language(language))
        for made in draw(names or tuple(EXAMPLES), out, read_as, landscape=landscape):
            click.echo(made)
    except ScreenAssetsError as error:
        raise click.ClickException(str(error)) from error


@kiosk.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Where the pictures go.")
@click.argument("names", nargs=-1)
def screens(out: Path, names: tuple[str, ...]) -> None:
    """Draw every screen in sixteen forms, and a page that shows them side by side.

    Upright and lying; as it is, in large type, in high contrast, lowered; in Chinese and in English. NAMES choose some.
    """
    from kiosk.bridge import ScreenAssetsError
    from kiosk.bridge.sheet import draw_all
    from kiosk.viewmodels.examples import EXAMPLES

    if unknown := sorted(set(names) - set(EXAMPLES)):
        raise click.ClickException(f"no such screen: {', '.join(unknown)}; known: {', '.join(EXAMPLES)}")
    try:
        click.echo(draw_all(names or tuple(EXAMPLES), out, click.echo))
    except ScreenAssetsError as error:
        raise click.ClickException(str(error)) from error


@kiosk.command(epilog="\b\nExample:  kapok kiosk enrol --hall http://10.0.0.5:8080 --code 7KQ2-M4XA --out K1.toml\n")
@asks_to_enrol
def enrol(server: str, code: str, out: Path, authority: Path | None, wait_s: float) -> None:
    """登记: make this machine's own key, show its fingerprint, wait until the hall lets it in.

    Somebody compares the fingerprint here with the one on the page 设备 (or `kapok hall enrol list`). Broken off, the
    same command goes on with the same key. Exit code 1 when the hall refuses, 2 when it cannot be understood.
    """
    enrol_machine(server, code, out, authority, wait_s, at_counter=False)


@kiosk.command(epilog="\b\nExample:  kapok kiosk setup --config /etc/kapok/kiosk.toml --credential credential.toml\n")
@click.option(
    "--config", "config_file", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Kiosk's file."
)
@click.option("--credential", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Written at step 3.")
@click.option("--state-dir", default="", help="Where the kiosk will keep its store; as in its file.")
@click.option(
    "--port", "ports", multiple=True, help="A serial line that has no name under /dev/serial; again for more."
)
@click.option("--answers", type=FILE, help="What is known before, for many machines alike: part of a kiosk's file.")
@click.option("--window", is_flag=True, help="In a window, not over the whole screen.")
@click.option("--play", is_flag=True, help="Obey words on standard input, as `kapok kiosk run` does.")
def setup(
    config_file: Path,
    credential: Path,
    state_dir: str,
    ports: tuple[str, ...],
    answers: Path | None,
    *,
    window: bool,
    play: bool,
) -> None:
    """装机向导: eight steps on this machine's own screen, from the box to a citizen's kiosk.

    Language, network, pairing, screen, boxes, sound, a test slip, the certificate. Broken off, the same command goes on
    where it stood. What a file of before says and the wizard does not ask is kept. Writes no network card and no clock.
    Exit code 1 when it was left before its end.
    """
    from config.errors import ConfigError
    from config.logs import set_up_logs
    from kiosk.bridge import ScreenAssetsError, run_screen
    from kiosk.technician.setting_up import SetupKiosk
    from kiosk.technician.setup_desk import Files, SetupDesk, while_setting_up

    set_up_logs(logging.INFO)
    try:
        wizard = SetupKiosk(SetupDesk(Files(config_file, credential, state_dir, ports=ports, answers=answers)))
        run_screen(wizard, while_setting_up(fullscreen=not window), play=play)
    except (ConfigError, ScreenAssetsError) as error:
        raise click.ClickException(str(error)) from error
    if not wizard.done:
        raise click.ClickException("left before its end; the same command goes on there")


@kiosk.command()
@click.option(
    "--pin", prompt="PIN", hide_input=True, confirmation_prompt=True, help="4 to 12 digits; asked when not given."
)
@click.option("--technician", is_flag=True, help="The technician's PIN, which opens 自检.")
def pin(pin: str, *, technician: bool) -> None:
    """Make the line `staff_pin = …` for a kiosk's credential file; without it the staff's corner stays shut.

    The PIN itself is kept nowhere. With --technician the line is `technician_pin = …`: it opens 自检 at the same pad.
    """
    from kiosk.runner.staff import hash_pin
    from kiosk.session.corner import LEAST, MOST

    if not (pin.isascii() and pin.isdigit() and LEAST <= len(pin) <= MOST):
        raise click.ClickException(f"expected {LEAST} to {MOST} digits")
    click.echo(f'{"technician_pin" if technician else "staff_pin"} = "{hash_pin(pin)}"')


@kiosk.command()
@click.option("--store", type=FILE, required=True, help="The kiosk's store: kiosk-<id>.db in its state_dir.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def status(store: Path, as_json: bool) -> None:
    """How a kiosk stands with its hall: last contact, numbers left without it, what is still to be delivered.

    Only looks: the kiosk may run meanwhile. Exit code 1 when a technician is needed (quarantine, refused rows).
    """
    import msgspec

    from kiosk.local_store import LocalStoreError
    from kiosk.local_store.status import status as look

    try:
        found = look(store)
    except LocalStoreError as error:
        raise click.ClickException(str(error)) from error
    told = msgspec.to_builtins(found)
    if as_json:
        click.echo(msgspec.json.encode(found).decode())
    else:
        for word, value in told.items():
            click.echo(f"{word}: {_plain(value)}")
    if found.quarantine or found.refused:
        sys.exit(1)


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {one}" for key, one in value.items()) or "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not known" if value is None else str(value) or "-"
