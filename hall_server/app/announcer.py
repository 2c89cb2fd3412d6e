"""The hall's voice: calls and urgent notices as sound, by the devices' own renderer (ADR 0018). Kept while it is used.

Mandarin twice in a row, each further language once; only what stands on a board is said. Where no program speaks, the
chime sounds alone: a board that is silent is worse.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.speaker.codec import joined, read_wav, silence, write_wav
from devices.speaker.espeak import EspeakEngine
from devices.speaker.renderer import BETWEEN_S, Renderer
from devices.speaker.voice_pack import VoicePack
from devices.values.speaker import Chime, Language, Utterance
from hall_server.web.announcement_pages import Announcement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from devices.ports.speaker import SpeechEngine

_log = logging.getLogger("kapok.hall")
_KEPT = 64  # a call of 9 s has 0.4 MB
_CALLS = {
    Language.MANDARIN: "请 {label} 号，到 {counter} 号窗口。",
    Language.CANTONESE: "請 {label} 號，到 {counter} 號窗口。",
    Language.ENGLISH: "Number {label}, counter {counter}.",
}


class HallAnnouncer:
    """Sound made and kept; `LateAnnouncer` is what pages hold."""

    def __init__(self, engine: SpeechEngine, pack: VoicePack | None = None, *, yao: bool = False) -> None:
        self._renderer = Renderer(engine, pack, yao=yao)
        self._kept: OrderedDict[tuple[Utterance, ...], Announcement] = OrderedDict()
        self._mute = False

    async def ready(self) -> bool:
        """Whether anything speaks; also does what would make the first call late."""
        return await self._renderer.ready()

    async def call(self, label: str, counter: int, languages: Sequence[str]) -> Announcement:
        words = [(one, _CALLS[one].format(label=label, counter=counter)) for one in map(Language, languages)]
        return await self._said(words, Chime.CALL)

    async def notice(self, words: str, english: str, languages: Sequence[str]) -> Announcement:
        texts = [(Language(one), english if one == Language.ENGLISH and english else words) for one in languages]
        return await self._said([one for one in texts if one[0] is not Language.ENGLISH or english], Chime.WARN)

    async def _said(self, texts: Sequence[tuple[Language, str]], chime: Chime) -> Announcement:
        utterances = tuple(
            Utterance(text, language, chime if first else Chime.NONE, times=2 if first else 1)
            for first, (language, text) in zip([True] + [False] * len(texts), texts, strict=False)
        )
        return await self._made(utterances or (Utterance("", chime=chime),), chime)

    async def _made(self, utterances: tuple[Utterance, ...], chime: Chime) -> Announcement:
        if (known := self._kept.get(utterances)) is not None:
            self._kept.move_to_end(utterances)
            return known
        try:
            parts = [read_wav((await self._renderer.render(one)).wav) for one in utterances]
        except DeviceError as error:
            if not self._mute:
                _log.warning("calls are not spoken, the chime sounds alone: %s", error)
            self._mute = True
            parts = [read_wav((await self._renderer.render(Utterance("", chime=chime))).wav)]
        else:
            self._mute = False
        between = silence(BETWEEN_S)
        whole = joined([piece for part in parts for piece in (between, part)][1:])
        made = Announcement(write_wav(whole), whole.seconds)
        if not self._mute:
            self._kept[utterances] = made
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made


def hall_announcer(voice_pack: str, *, yao: bool = False) -> HallAnnouncer:
    """The voice that a site file asks for: recorded phrases of a folder, and espeak-ng for the rest."""
    pack = None
    if voice_pack:
        pack = VoicePack(Path(voice_pack), device="hall")
        pack.load()
    return HallAnnouncer(EspeakEngine(device="hall"), pack, yao=yao)
