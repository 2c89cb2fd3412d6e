"""Speakers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from devices import registry
from devices.registry.kinds import Entry, Group, Kind, StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.speaker import Speaker
    from devices.registry.kinds import Settings
    from devices.speaker.players import Player

_VOICE: dict[str, type] = {
    "voice_pack": str,  # a folder of recorded phrases, which win over the engine
    "engine": str,  # the program that speaks
    "yao": bool,  # 1 is read as 幺 in labels
}


def speaker(settings: Mapping[str, object], *, device: str = "speaker") -> Speaker:
    """The speaker that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("Speaker", registry.build("speaker", settings, device))


def _with(player: Player, device: str, settings: Settings) -> Speaker:
    from devices.speaker.driver import QueueSpeaker
    from devices.speaker.espeak import PROGRAM, EspeakEngine
    from devices.speaker.renderer import Renderer
    from devices.speaker.voice_pack import VoicePack

    pack = None
    if "voice_pack" in settings:
        pack = VoicePack(Path(settings["voice_pack"]), device=device)
        pack.load()
    engine = EspeakEngine(program=settings.get("engine", PROGRAM), device=device)
    return QueueSpeaker(Renderer(engine, pack, yao=settings.get("yao", False)), player, device=device)


def _aplay(device: str, settings: Settings) -> Speaker:
    from devices.speaker.players import SLACK_S, player_at

    slack_s = float(settings.get("slack_s", SLACK_S))
    return _with(player_at(settings["address"], device=device, slack_s=slack_s), device, settings)


def _folder(device: str, settings: Settings) -> Speaker:
    from devices.speaker.players import FolderPlayer

    return _with(FolderPlayer(Path(settings["address"]), device=device), device, settings)


def _simulated(device: str, _settings: Settings) -> Speaker:
    from devices.speaker.simulator import SimulatedSpeaker

    return SimulatedSpeaker(device=device)


def _stand_in() -> StandIn:
    from devices.speaker.console import WORDS, obey
    from devices.speaker.emulator import SpeakerEmulator

    return StandIn(lambda options: SpeakerEmulator(folder=options["folder"]), obey, WORDS, frozenset({"folder"}))


KIND = Kind(
    "speaker",
    "音箱",
    Group.DISPLAY,
    {
        "aplay": Entry(
            _aplay, _VOICE | {"slack_s": float}, "a sound card (alsa:default) or a program that plays (program:///…)"
        ),
        "folder": Entry(_folder, _VOICE, "WAV files in a folder, for a page that plays them"),
        "simulator": Entry(_simulated, {}, "no sound: what was said can be read", wired=False, simulated=True),
    },
    usual="aplay",
    stand_in=_stand_in,
)
