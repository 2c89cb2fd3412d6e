"""What qmllint is told of the view models."""

from pathlib import Path

from kiosk.viewmodels.qml_types import qmltypes, register, write_qmltypes

KEPT = Path(__file__).resolve().parents[4] / "ui/qml/Kapok/ViewModels"


def test_the_kept_description_is_what_the_view_models_are(tmp_path):
    write_qmltypes(tmp_path)
    for made in sorted((tmp_path / "Kapok/ViewModels").iterdir()):
        assert (KEPT / made.name).read_text(encoding="utf-8") == made.read_text(encoding="utf-8"), (
            "python -m kiosk.viewmodels.qml_types writes it again"
        )


def test_properties_and_methods_are_named_as_qml_writes_them():
    text = qmltypes()
    assert 'name: "hallNameEn"; type: "QString"; isReadonly: true; notify: "hallNameEnChanged"' in text
    parameters = [f'Parameter {{ name: "{name}"; type: "QString" }}' for name in ("choice", "value")]
    assert f'Method {{ name: "choose"; {" ".join(parameters)} }}' in text
    assert 'Method { name: "ask_for_help" }' in text


def test_registering_again_does_no_harm():
    register()
    register()
