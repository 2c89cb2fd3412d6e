"""Small rooms: a file with more lines than these has more than one reason to change."""

import warnings

import pytest

from tests.house_rules.sources import name_of, with_suffix


@pytest.mark.parametrize(("suffix", "aim", "limit"), [(".py", 300, 500), (".qml", 180, 300), (".js", 300, 500)])
def test_no_source_file_outgrows_its_room(suffix, aim, limit):
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in with_suffix(suffix)}
    refused = {name: count for name, count in lines.items() if count > limit}
    assert not refused, f"split these (over {limit} lines): {refused}"
    large = {name: count for name, count in lines.items() if count > aim}
    if large:
        with warnings.catch_warnings():
            warnings.simplefilter("default")
            warnings.warn(f"getting large (over {aim} lines): {large}", stacklevel=1)
