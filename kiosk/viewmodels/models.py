"""One QObject class for each props dataclass that a page or the frame shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.viewmodels.frame import FrameProps
from kiosk.viewmodels.pages import PAGES
from kiosk.viewmodels.snapshot import ViewModel, view_model

if TYPE_CHECKING:
    from kiosk.values import Value

PROPS: list[type[Value]] = [FrameProps, *dict.fromkeys(kind.props for kind in PAGES.values())]


def qml_name(props: type[Value]) -> str:
    """`HomeProps` → `HomeViewModel`."""
    return props.__name__.removesuffix("Props") + "ViewModel"


VIEW_MODELS: dict[type[Value], type[ViewModel]] = {props: view_model(qml_name(props), props) for props in PROPS}
