"""交付单: what was set up and tried, as a sheet, as a record with its hash, and copied to what is plugged in."""

from __future__ import annotations

import hashlib
import shutil
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from config.durable import make_folder, sync
from kiosk.paper.sheet import Code, Fact, Heading, Line, Sheet, Words
from kiosk.session.glass import Glass
from kiosk.session.setup_words import Answers, Handed
from kiosk.session.sounding import Heard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FOLDER = "commissioning"
NAMES = {
    "receipt_printer": "小票打印机",
    "id_card": "读卡器",
    "code_scanner": "扫码口",
    "document_scanner": "材料扫描仪",
    "page_printer": "A4 打印机",
    "speaker": "喇叭",
    "access_pad": "盲文按键",
    "indicator": "指示灯",
    "sensors": "柜门和机身",
}

HEARD = {
    "": "没有听",
    Heard.BOTH: "左右都响",
    Heard.LEFT: "只有左边响",
    Heard.RIGHT: "只有右边响",
    Heard.NOTHING: "听不到",
}


class Record(msgspec.Struct, frozen=True):
    """What the certificate says, for programs. `made_at`: this machine's clock, ISO 8601."""

    made_at: str
    version: str
    hardware: str
    answers: Answers
    boxes: dict[str, dict[str, object]]
    settings_sha256: str


def record_bytes(record: Record) -> bytes:
    """The record as it is hashed: JSON, keys in order."""
    return msgspec.json.encode(record, order="sorted")


def certificate(record: Record) -> Sheet:
    """The sheet; its code is the hash of the record that lies beside it."""
    answers = record.answers
    glass = Glass(answers.landscape, answers.diagonal_in, answers.bottom_mm)
    digest = hashlib.sha256(record_bytes(record)).hexdigest()
    blocks = (
        Fact("机器", f"{answers.kiosk_name} {answers.kiosk} {answers.where}".strip()),
        Fact("大厅", f"{answers.hall_name} {answers.server}"),
        Fact("机器指纹", record.hardware[:16].upper()),
        Fact("程序版本", record.version),
        Heading("屏幕"),
        Fact("尺寸", f"{answers.diagonal_in:g} 英寸，{'横' if answers.landscape else '竖'}"),
        Fact("下沿离地", f"{answers.bottom_mm:g} 毫米，最小按钮 {glass.target_mm:.1f} 毫米"),
        Fact("够得着", "一直用往下移" if glass.always_low else "不用往下移"),
        Heading("外设"),
        *_boxes(record),
        Heading("试票和声音"),
        Fact("试票", "打出来了（不是号票）" if answers.ticket else "没有打"),
        Fact("喇叭", HEARD.get(answers.heard, answers.heard)),
        Fact("音量", "　".join((f"{answers.volume} / 5", *((f"{answers.level} dB(A)",) if answers.level else ())))),
        Heading("没有查的"),
        Words("".join(_not_looked_at(answers)), small=True),
        Line(),
        Code(digest, ("记录的校验码 SHA-256：", digest[:32], digest[32:])),
        Fact("技术员", "签名：　　　　　　　　　　日期："),
        Fact("大厅", "签名：　　　　　　　　　　日期："),
    )
    return Sheet("交付单 Commissioning", answers.hall_name, blocks, (record.made_at, answers.kiosk_name))


def _not_looked_at(answers: Answers) -> Iterable[str]:
    yield "网卡地址、时区和系统密码由操作系统管，向导没有改。"
    yield "触摸屏的准头没有量：自检里点「触摸屏」。"
    if not answers.level:
        yield "喇叭的分贝没有量。"


def _boxes(record: Record) -> Iterable[Fact | Words]:
    if not record.boxes:
        return (Words("一样也没有接。"),)
    return tuple(
        Fact(NAMES.get(name, name), "　".join((_tried(record, name), *_where(table))))
        for name, table in sorted(record.boxes.items())
    )


def _tried(record: Record, name: str) -> str:
    return "试过，好" if name in record.answers.tried else "没有试，或没有通过"


def _where(table: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str(table[key]) for key in ("driver", "address") if key in table)


def keep_certificate(folder: Path, record: Record, pdf: bytes, plugged: Iterable[Path]) -> Handed:
    """PDF, record and hash in the kiosk's folder, and on what is plugged in. Raises OSError for the folder only."""
    make_folder(folder / FOLDER)
    stem = f"{record.answers.kiosk}-{datetime.fromisoformat(record.made_at):%Y-%m-%d-%H%M%S}"
    digest = hashlib.sha256(pdf).hexdigest()
    files: Mapping[str, bytes] = {
        f"{stem}.pdf": pdf,
        f"{stem}.json": record_bytes(record),
        f"{stem}.pdf.sha256": f"{digest}  {stem}.pdf\n".encode(),
    }
    for name, content in files.items():
        _written(folder / FOLDER / name, content)
    sync(folder / FOLDER)
    copies = tuple(str(place) for place in plugged if _copied(folder / FOLDER, files, place))
    return Handed(f"{stem}.pdf", digest, copies)


def _written(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    sync(path)


def _copied(folder: Path, names: Iterable[str], place: Path) -> bool:
    try:
        for name in names:
            shutil.copyfile(folder / name, place / name)
            sync(place / name)
    except OSError:  # full, write-protected, pulled out: the page says where copies lie
        return False
    return True
