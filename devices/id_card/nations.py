"""The 56 nationalities of China by the card's two digits (GB/T 3304), and two codes for others. Only data."""

from __future__ import annotations

_NAMES = (
    "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 "
    "柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 "
    "塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"
)

NATIONS: dict[str, str] = {f"{code:02d}": name for code, name in enumerate(_NAMES.split(), start=1)} | {
    "97": "其他",
    "98": "外国血统中国籍",
}
CODES: dict[str, str] = {name: code for code, name in NATIONS.items()}


def nation_name(code: str) -> str:
    """In words; vendors disagree on 57 and up, so any other code is shown as it is: 未识别(NN). Empty stays empty."""
    return NATIONS.get(code, f"未识别({code})") if code else ""


def nation_code(name: str) -> str:
    """The inverse of `nation_name`. Raises ValueError for a name that it cannot have given."""
    if not name:
        return ""
    if name in CODES:
        return CODES[name]
    code = name.removeprefix("未识别(").removesuffix(")")
    if nation_name(code) != name:
        message = f"no nation code for {len(name)} characters"
        raise ValueError(message)
    return code
