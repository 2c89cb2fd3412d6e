"""The two programs with an environment of their own: what of the source and of the lock each needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """What stands below /opt/kapok/<name>/<version>. `source`: patterns of files; `left_out` wins over it."""

    name: str
    extras: tuple[str, ...]
    source: tuple[str, ...]
    depends: tuple[str, ...]  # Debian packages that the environment's libraries and programs need
    more: tuple[str, ...] = ()  # requirements that the extras do not name


COMMON = ("kapok.py", "config/**/*", "devices/**/*", "docs/settings.md")
PYTHON = ("python3 (>= 3.11)", "python3 (<< 3.12)", "ca-certificates", "espeak-ng", "alsa-utils")
HALL = Role(
    "hall",
    ("hall", "codes", "sm", "city"),
    (
        *COMMON,
        *("hall_server/**/*", "ui/web/**/*"),
        *("build/assets/fonts/*", "build/assets/js/*", "build/assets/icons/web/*"),
    ),
    PYTHON,
    more=("pypinyin>=0.55", "numpy>=2"),  # the voice of the calls (ADR 0018)
)
KIOSK = Role(
    "kiosk",
    ("devices", "kiosk", "codes", "sm"),
    (
        *COMMON,
        *("kiosk/**/*", "hall_server/__init__.py", "hall_server/contract/**/*", "ui/qml/**/*"),
        *("build/assets/fonts/*", "build/assets/i18n/*", "build/assets/icons/*"),
    ),
    (
        *(*PYTHON, "fonts-noto-cjk", "fonts-hanazono"),
        *("libpcsclite1", "pcscd", "libusb-1.0-0", "libzbar0", "sane-utils"),  # devices
        *("libegl1", "libgl1", "libopengl0", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0"),  # Qt
        *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
        *("libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1", "libstdc++6"),
    ),
)
ROLES = {role.name: role for role in (HALL, KIOSK)}
_QT = "PySide6/Qt"
_GPL_ONLY = ("Lottie", "QuickTimeline", "WaylandCompositor", "WaylandEglCompositorHwIntegration", "VirtualKeyboard")
_TOOLS = ("assistant", "designer", "linguist", "lupdate", "lrelease", "qmlformat", "qmllint", "qmlls", "balsam")
_TOOLS_MADE_OF = ("Designer", "Help", "UiTools", "Test", "QuickTest", "Sql")
PRUNED = (
    *("bin", "**/__pycache__", "**/tests", "**/*.pyi", "**/include"),
    *(f"PySide6/{name}" for name in ("typesystems", "glue", "doc", "scripts", "examples", *_TOOLS)),
    *(f"{_QT}/{name}" for name in ("translations", "metatypes", "libexec", "lib/cmake", "qml/QtTest", "qml/QtWayland")),
    *(f"{_QT}/qml/QtQuick/{name}" for name in ("Timeline", "VirtualKeyboard", "Pdf", "Scene2D", "Scene3D")),
    *(f"{_QT}/plugins/{kind}" for kind in ("qmltooling", "designer", "sqldrivers", "qmllint", "qmlls")),
    *(f"{_QT}/qml/Qt/labs/{name}" for name in ("lottieqt",)),
    *(f"{_QT}/lib/libQt6{name}*" for name in (*_GPL_ONLY, *_TOOLS_MADE_OF)),
    *(f"PySide6/Qt{name}.abi3.so" for name in _TOOLS_MADE_OF),
)
"""What is not carried: tools, headers, tests, translations that no program of ours opens, and Qt's GPL-only modules."""
