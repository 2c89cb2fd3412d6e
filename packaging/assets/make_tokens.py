"""Turn ui/tokens/tokens.toml into Tokens.qml and tokens.css. Run: python packaging/assets/make_tokens.py."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "ui/tokens/tokens.toml"
QML = ROOT / "ui/qml/Kapok/Theme/Tokens.qml"
CSS = ROOT / "ui/web/static/tokens.css"
NOTE = "Made from ui/tokens/tokens.toml by packaging/assets/make_tokens.py; change the source, not this file."


def load() -> dict[str, Any]:
    """The token tables as they stand in the source."""
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


def colour(tokens: dict[str, Any], reference: str) -> str:
    """The value behind a reference such as "red.600"."""
    family, _, shade = reference.partition(".")
    return str(tokens["color"][family][shade])


def high_contrast(tokens: dict[str, Any]) -> dict[str, str]:
    """Each role's reference in 高对比."""
    roles = [*tokens["role"], "end_pressed"]
    return {role: tokens["high"].get(role, "night.white") for role in roles}


def _camel(*words: str) -> str:
    head, *rest = [part for word in words for part in word.split("_")]
    return head + "".join(part.capitalize() for part in rest)


def _qml_lines(tokens: dict[str, Any]) -> list[str]:
    lines = [
        f'    readonly property color {_camel(family, shade)}: "{value}"'
        for family, shades in tokens["color"].items()
        for shade, value in shades.items()
    ]
    lines += [
        f'    readonly property color {_camel("role", name)}: "{colour(tokens, ref)}"'
        for name, ref in tokens["role"].items()
    ]
    lines += [
        f'    readonly property color {_camel("high", name)}: "{colour(tokens, ref)}"'
        for name, ref in high_contrast(tokens).items()
    ]
    for table in ("space", "radius", "kiosk", "motion"):
        lines += [f"    readonly property int {_camel(table, name)}: {value}" for name, value in tokens[table].items()]
    lines += [
        f'    readonly property string {_camel("font", name)}: "{value}"' for name, value in tokens["font"].items()
    ]
    return lines


def qml(tokens: dict[str, Any]) -> str:
    """The QML singleton `Tokens`."""
    return "\n".join(
        [f"// {NOTE}", "pragma Singleton", "import QtQuick", "", "QtObject {", *_qml_lines(tokens), "}", ""]
    )


def css(tokens: dict[str, Any]) -> str:
    """Custom properties: --red-600, --call, --space-4, --font-digit …; durations in ms, sizes in px."""
    lines = [
        f"  --{family}-{shade}: {value};"
        for family, shades in tokens["color"].items()
        for shade, value in shades.items()
    ]
    lines += [f"  --{name.replace('_', '-')}: var(--{ref.replace('.', '-')});" for name, ref in tokens["role"].items()]
    lines += [f"  --space-{name}: {value}px;" for name, value in tokens["space"].items()]
    lines += [f"  --radius-{name.replace('_', '-')}: {value}px;" for name, value in tokens["radius"].items()]
    lines += [f"  --motion-{name}: {value}ms;" for name, value in tokens["motion"].items()]
    lines += [f'  --font-{name}: "{value}";' for name, value in tokens["font"].items()]
    return "\n".join([f"/* {NOTE} */", ":root {", *lines, "}", ""])


def main() -> None:
    """Write both files."""
    tokens = load()
    for path, text in ((QML, qml(tokens)), (CSS, css(tokens))):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
