"""A drawing that people recognise stands for a thing to bring, whatever words the hall has for it."""

from pathlib import Path

import pytest

from hall_server.contract.catalogue import Material
from kiosk.guides.pictures import PICTURES, picture_of

ART = Path(__file__).parents[4] / "ui/qml/Kapok/Theme/art"


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("有效身份证件", "id_card"),
        ("双方身份证件", "id_card"),
        ("居住证", "permit"),
        ("医保电子凭证/社保卡", "permit"),
        ("户口簿/居住证", "permit"),
        ("户口簿", "household"),
        ("数码相片回执", "photo"),
        ("本人银行卡", "bank"),
        ("婚姻证明", "couple"),
        ("不动产权证", "deed"),
        ("病历资料", "medical"),
        ("营业执照", "licence"),
        ("买卖合同", "contract"),
        ("登记申请书", "form"),
        ("设备布局与操作流程", "paper"),
    ],
)
def test_a_name_of_a_real_list_has_its_drawing(name, picture):
    assert picture_of(Material("m", name, tolerable=False)) == picture


def test_what_the_hall_says_goes_before_the_name_and_nonsense_does_not():
    assert picture_of(Material("m", "相片", tolerable=False, picture="deed")) == "deed"
    assert picture_of(Material("m", "相片", tolerable=False, picture="../x")) == "photo"
    assert picture_of(Material("m", "相片", tolerable=False, picture="paper")) == "photo"


def test_the_licence_that_stands_for_it_tells_it_too():
    assert picture_of(Material("m", "住所使用证明", tolerable=True, licence="不动产权证")) == "deed"


@pytest.mark.parametrize("picture", sorted(PICTURES))
def test_every_drawing_is_there_in_colour_and_in_lines(picture):
    stem = f"thing-{picture.replace('_', '-')}"
    assert (ART / f"{stem}.svg").is_file()
    assert (ART / f"{stem}-line.svg").is_file()
