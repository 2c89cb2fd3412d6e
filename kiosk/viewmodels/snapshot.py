"""View models on the snapshot pattern: a frozen value of props in, Qt properties out, one signal per change.

`view_model` turns a class of props into a QObject class: each field becomes a read-only property in camelCase with
its own notify signal; a tuple of values becomes a list of plain objects. Knows no page and no session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_type_hints

from msgspec import Struct
from PySide6.QtCore import Property, QObject, Signal

if TYPE_CHECKING:
    from kiosk.values import Value

_SCALARS: dict[type, str] = {str: "QString", int: "int", float: "double", bool: "bool"}
_PYTHON: dict[str, Any] = {"QString": str, "int": int, "double": float, "bool": bool, "QVariantList": "QVariantList"}


class ViewModel(QObject):
    """Holds the props that stand on the screen; `show` replaces them and announces only what changed."""

    def __init__(self, props: Value, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = props

    @property
    def props(self) -> Value:
        """The props as they stand; for tests and for the screen, QML reads the properties."""
        return self._props

    def show(self, props: Value) -> list[str]:
        """Swap the props, then emit `…Changed` for every field that differs; returns those QML names."""
        before, self._props = self._props, props
        names = props.__struct_fields__
        changed = [camel(name) for name in names if getattr(before, name) != getattr(props, name)]
        for name in changed:
            getattr(self, f"{name}Changed").emit()
        return changed


def camel(name: str) -> str:
    """`hall_name` → `hallName`."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def plain(value: object) -> object:
    """A value as QML can hold it: tuples become lists, values objects with camelCase names."""
    if isinstance(value, tuple):
        return [plain(entry) for entry in value]
    if isinstance(value, Struct):
        return {camel(name): plain(getattr(value, name)) for name in value.__struct_fields__}
    return str(value) if isinstance(value, str) else value


def qml_properties(props: type[Value]) -> dict[str, str]:
    """QML name → Qt type of every field of a class of props; TypeError for a field that QML could not hold."""
    found = {}
    for name, kind in get_type_hints(props).items():
        qt_type = _SCALARS.get(kind, "QVariantList" if getattr(kind, "__origin__", None) is tuple else "")
        if not qt_type:
            raise TypeError(f"{props.__name__}.{name}: expected str, int, float, bool or a tuple, found {kind}")
        found[camel(name)] = qt_type
    return found


def view_model(name: str, props: type[Value]) -> type[ViewModel]:
    """Make the QObject class `name` for `props`; `name` is what QML calls it."""
    body: dict[str, Any] = {"__doc__": f"Shows {props.__name__}."}
    originals = {camel(name): name for name in props.__struct_fields__}
    for qml_name, qt_type in qml_properties(props).items():
        changed = Signal()
        body[f"{qml_name}Changed"] = changed
        body[qml_name] = Property(_PYTHON[qt_type], _reader(originals[qml_name]), notify=changed)
    return type(name, (ViewModel,), body)


def _reader(field_name: str) -> Any:  # noqa: ANN401 Qt takes any callable of the object
    def read(self: ViewModel) -> object:
        return plain(getattr(self.props, field_name))

    return read
