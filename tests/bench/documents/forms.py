"""Made-up forms of a government hall, drawn by chance from a seed: nobody's data, real-looking print.

A form is an upright A4 picture at 150 dpi, rows × columns × (blue, green, red).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

DPI = 150
WIDTH, HEIGHT = 1240, 1754  # A4
_FACES = ("NotoSansCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc", "NotoSansCJK-Bold.ttc")
_FOLDER = Path("/usr/share/fonts/opentype/noto")  # fonts-noto-cjk, as set-up installs it
TITLES = (
    "不动产登记申请表",
    "社会保险参保登记表",
    "居住证申领表",
    "个体工商户设立登记申请书",
    "授权委托书",
    "医疗费用报销单",
)
LABELS = (
    "姓名",
    "证件号码",
    "联系电话",
    "住址",
    "申请事项",
    "经办人",
    "受理日期",
    "备注",
    "单位名称",
    "户籍地",
    "开户银行",
)
WORDS = (
    "本人承诺所填内容真实有效",
    "如有不实愿承担相应法律责任",
    "根据有关规定现申请办理下列事项",
    "请用黑色签字笔填写",
    "广州市样本区示例路",
    "一次性告知所需材料清单",
    "收件人核对原件无误",
    "委托期限自签字之日起",
)


@cache
def face(index: int, size: int) -> ImageFont.FreeTypeFont:
    """One of the three faces, Chinese forms."""
    return ImageFont.truetype(_FOLDER / _FACES[index], size, index=2)


def form(seed: int, *, scale: float = 1.0) -> np.ndarray:
    """One form; `scale` makes the print larger or smaller than usual (10.5 point)."""
    chance = np.random.default_rng(seed)
    tint = tuple(int(v) for v in (255, 255, 255) - chance.integers(0, 14, 3))
    sheet = Image.new("RGB", (WIDTH, HEIGHT), tint)
    draw = ImageDraw.Draw(sheet)
    ink = int(chance.integers(10, 60))
    title = TITLES[seed % len(TITLES)]
    draw.text((WIDTH / 2, 120), title, (ink,) * 3, face(1, round(46 * scale)), anchor="mm")
    draw.text((WIDTH - 120, 185), f"编号：{chance.integers(10**7, 10**8)}", (ink,) * 3, face(0, 22), anchor="rm")
    y = _table(draw, chance, ink, scale) if seed % 4 else 230
    _paragraphs(draw, chance, ink, scale, y + 40)
    if seed % 3:
        _seal(draw, chance)
    return np.asarray(sheet)[:, :, ::-1].copy()


def blank(seed: int) -> np.ndarray:
    """The back of a form: nothing, or a faint shine of the print on the other side."""
    chance = np.random.default_rng(seed)
    sheet = np.full((HEIGHT, WIDTH, 3), 255 - chance.integers(0, 10), np.uint8)
    if seed % 2:
        through = cv2.GaussianBlur(form(seed + 1)[:, ::-1], (0, 0), 6)
        sheet = cv2.addWeighted(sheet, 0.96, through, 0.04, 0)
    return sheet


def _table(draw: ImageDraw.ImageDraw, chance: np.random.Generator, ink: int, scale: float) -> float:
    font, row = face(0, round(24 * scale)), round(62 * scale)
    top, left, right = 230, 110, WIDTH - 110
    rows = int(chance.integers(6, 11))
    middle = left + 560
    for index in range(rows + 1):
        draw.line([(left, top + index * row), (right, top + index * row)], (ink,) * 3, 2)
    for x in (left, left + 190, middle, middle + 190, right):
        draw.line([(x, top), (x, top + rows * row)], (ink,) * 3, 2)
    for index in range(rows):
        for x in (left, middle):
            label = LABELS[int(chance.integers(len(LABELS)))]
            draw.text((x + 95, top + (index + 0.5) * row), label, (ink,) * 3, font, anchor="mm")
            if chance.random() < 0.8:
                value = "".join(chance.choice(list("样本甲乙丙丁示例0123456789"), int(chance.integers(3, 11))))
                pen = (30, 40, 120) if seed_is_blue(index) else (ink,) * 3
                draw.text((x + 205, top + (index + 0.5) * row), value, pen, face(2, round(24 * scale)), anchor="lm")
    return top + rows * row


def seed_is_blue(index: int) -> bool:
    """Every other row is filled in with a blue pen."""
    return index % 2 == 0


def _paragraphs(draw: ImageDraw.ImageDraw, chance: np.random.Generator, ink: int, scale: float, top: float) -> None:
    size = round(22 * scale)
    font, per_line = face(0, size), (WIDTH - 240) // size
    y = top
    end = HEIGHT - int(chance.integers(150, 500))
    while y < end:
        text = "，".join(chance.choice(WORDS, int(chance.integers(2, 9)))) + "。"
        for at in range(0, len(text), per_line):
            if y < end:
                draw.text((120, y), text[at : at + per_line], (ink,) * 3, font)
            y += size * 1.6
        y += size * 0.6
    draw.text((700, HEIGHT - 120), "申请人签名：________", (ink,) * 3, face(0, 26))


def _seal(draw: ImageDraw.ImageDraw, chance: np.random.Generator) -> None:
    x, y, radius = int(chance.integers(750, 1000)), int(chance.integers(1300, 1500)), 110
    red = (200, 40, 40)
    draw.ellipse([x - radius, y - radius, x + radius, y + radius], outline=red, width=6)
    draw.regular_polygon((x, y, 36), 5, fill=red)
    draw.text((x, y + 64), "示例专用章", red, face(2, 24), anchor="mm")
