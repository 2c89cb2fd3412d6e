"""The QML module Kapok.ViewModels: registers the view models, and describes them for qmllint.

A misspelt property in a page is then an error of the checker and not a blank on the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtQml import qmlRegisterUncreatableType

from kiosk.viewmodels.intents import Intents
from kiosk.viewmodels.models import PROPS, VIEW_MODELS, qml_name
from kiosk.viewmodels.screen import Screen
from kiosk.viewmodels.snapshot import qml_properties

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

MODULE = "Kapok.ViewModels"
_REASON = "made by the kiosk, never by a page"
_INTENTS = {
    "touch": "name",
    "ask_for_help": "",
    "choose": "choice value",
    "ask_later": "function",
    "stir": "",
}
_SCREEN = [
    'Property { name: "pageFile"; type: "QString"; isReadonly: true; notify: "pageChanged" }',
    'Property { name: "page"; type: "QObject"; isPointer: true; isReadonly: true; notify: "pageChanged" }',
    'Property { name: "frame"; type: "FrameViewModel"; isPointer: true; isReadonly: true; isPropertyConstant: true }',
    'Property { name: "intents"; type: "Intents"; isPointer: true; isReadonly: true; isPropertyConstant: true }',
    'Property { name: "notice"; type: "QString"; isReadonly: true; notify: "noticeChanged" }',
]


_TYPES: dict[str, type[QObject]] = {
    **{qml_name(props): made for props, made in VIEW_MODELS.items()},
    "ScreenModel": Screen,
    "Intents": Intents,
}


def register() -> None:
    """Make the types known to QML; safe to call again."""
    if _Registered.done:
        return
    _Registered.done = True
    for name, made in _TYPES.items():
        qmlRegisterUncreatableType(made, MODULE, 1, 0, name, _REASON)  # type: ignore[arg-type]  # takes str only; the stub says bytes


class _Registered:
    done = False


def qmltypes() -> str:
    """The description of the module for qmllint and editors, as a .qmltypes text."""
    blocks = [
        _component(qml_name(props), [_property(*entry) for entry in qml_properties(props).items()]) for props in PROPS
    ]
    methods = [_method(name, argument) for name, argument in _INTENTS.items()]
    blocks.append(_component("Intents", methods))
    blocks.append(_component("ScreenModel", _SCREEN))
    return "import QtQuick.tooling 1.2\n\nModule {\n" + "".join(blocks) + "}\n"


def _method(name: str, argument: str) -> str:
    parameters = " ".join(f'Parameter {{ name: "{one}"; type: "QString" }}' for one in argument.split())
    return f'Method {{ name: "{name}"; {parameters} }}' if parameters else f'Method {{ name: "{name}" }}'


def _property(name: str, qt_type: str) -> str:
    return f'Property {{ name: "{name}"; type: "{qt_type}"; isReadonly: true; notify: "{name}Changed" }}'


def _component(name: str, members: list[str]) -> str:
    head = [
        f'name: "{name}"',
        'accessSemantics: "reference"',
        'prototype: "QObject"',
        f'exports: ["{MODULE}/{name} 1.0"]',
        "isCreatable: false",
        "exportMetaObjectRevisions: [256]",
    ]
    return "    Component {\n" + "".join(f"        {line}\n" for line in head + members) + "    }\n"


def write_qmltypes(folder: Path) -> None:
    """Write `qmldir` and `viewmodels.qmltypes` below `folder`, which goes on qmllint's import path."""
    target = folder.joinpath(*MODULE.split("."))
    target.mkdir(parents=True, exist_ok=True)
    (target / "qmldir").write_text(f"module {MODULE}\ntypeinfo viewmodels.qmltypes\ndepends QtQml\n", encoding="utf-8")
    (target / "viewmodels.qmltypes").write_text(qmltypes(), encoding="utf-8")


if __name__ == "__main__":  # pragma: no cover
    from pathlib import Path

    write_qmltypes(Path(__file__).resolve().parents[2] / "ui/qml")
