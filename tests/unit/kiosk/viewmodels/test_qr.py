"""A code as bars."""

import zxingcpp
from PIL import Image

from kiosk.viewmodels.qr import qr_runs

CODE = "KPT1:00000000000000000000000042"


def test_the_bars_are_a_code_that_a_reader_reads():
    runs, side = qr_runs(CODE)
    scale, quiet = 6, 4
    picture = Image.new("L", ((side + 2 * quiet) * scale,) * 2, 255)
    for run in runs:
        box = ((run.x + quiet) * scale, (run.y + quiet) * scale)
        picture.paste(0, (*box, box[0] + run.length * scale, box[1] + scale))
    assert zxingcpp.read_barcode(picture).bytes == CODE.encode()


def test_a_code_is_small_enough_to_stand_on_the_page():
    assert qr_runs(CODE)[1] == 25
