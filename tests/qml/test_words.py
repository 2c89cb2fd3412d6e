"""The catalogue of words: every sentence of the pages is in it, and none that has gone."""

import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "ui/i18n/kiosk_en.ts"
UPDATE = [ROOT / ".venv/bin/pyside6-lupdate", "-silent", "-source-language", "zh_CN", "-target-language", "en"]


def sentences(catalogue):
    contexts = ET.parse(catalogue).getroot().iter("context")
    return {(context.findtext("name"), source.text) for context in contexts for source in context.iter("source")}


def test_the_catalogue_holds_every_sentence_of_the_pages(tmp_path):
    made = tmp_path / "kiosk_en.ts"
    files = sorted((ROOT / "ui/qml/Kapok").glob("*/*.qml"))
    subprocess.run([*UPDATE, "-locations", "none", *files, "-ts", made], check=True, capture_output=True)
    assert len(sentences(made)) > 100
    assert sentences(KEPT) == sentences(made), "pyside6-lupdate -locations none -no-obsolete writes it again"
