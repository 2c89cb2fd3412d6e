"""The A4 printer keeps a visitor's paper private: in titles, logs and files, over the network, and after a crash."""

import asyncio
import datetime as dt
import json
import os
import signal
import ssl
import sys
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from devices.errors import DeviceProtocolError
from devices.page_printer.driver import IppPagePrinter, Patience, Wishes
from devices.page_printer.emulator import Fault, PagePrinterEmulator
from devices.page_printer.sample import sample_pdf
from devices.page_printer.words import JobState
from devices.values.page_printer import PageJob, PageOutcome
from tests.children import ENDS_WITH_US

ROOT = Path(__file__).parents[3]
QUICK = Patience(answer_s=5, poll_s=0.02, settle_s=0.3)


@pytest.fixture
async def box():
    box = PagePrinterEmulator()
    await box.start()
    yield box
    await box.stop()


@pytest.fixture
async def printer(box):
    printer = IppPagePrinter(box.address, Wishes(station="test"), patience=QUICK)
    await printer.open()
    yield printer
    await printer.close()


async def test_a_printer_is_told_nothing_but_a_title_of_ours(box, printer, caplog):
    caplog.set_level("DEBUG", "kapok")
    await printer.print(PageJob(sample_pdf(1, "WangXiaoming 11010119900307109X"), "name-of-somebody"))
    (job,) = box.machine.jobs
    assert job.title.startswith("kapok-test-")
    assert job.user == "kapok-test"
    assert "Wang" not in caplog.text
    assert "somebody" not in caplog.text + job.title


async def test_nothing_is_written_to_disk_while_a_job_is_printed(box, printer):
    written, watching = [], True

    def hear(event, args):  # cannot be taken out again, so it stops by itself
        if watching and event == "open" and (args[2] & (os.O_WRONLY | os.O_RDWR)):
            written.append(args[0])

    sys.addaudithook(hear)
    await printer.print(PageJob(sample_pdf(3)))
    watching = False
    assert not written


CRASHING = """
import asyncio, json, sys
from devices.page_printer.driver import IppPagePrinter, Wishes
from devices.page_printer.sample import sample_pdf
from devices.values.page_printer import PageJob
async def main():
    printer = IppPagePrinter(sys.argv[1], Wishes(station="test"))
    await printer.open()
    await printer.print(PageJob(sample_pdf(3)), lambda news: print(json.dumps(news.phase), flush=True))
asyncio.run(main())
"""


async def test_a_job_of_a_kiosk_that_crashed_is_cancelled_when_it_comes_up_again(box, printer):
    box.fail(Fault.STUCK)
    kiosk = await asyncio.create_subprocess_exec(
        *(*ENDS_WITH_US, sys.executable, "-c", CRASHING, box.address), stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert kiosk.stdout is not None
    while json.loads(await kiosk.stdout.readline()) != "printing":
        pass
    await printer.open()
    assert box.machine.jobs[-1].state is JobState.PROCESSING, "a job of a living kiosk was cancelled"
    os.kill(kiosk.pid, signal.SIGKILL)
    await kiosk.wait()
    again = IppPagePrinter(box.address, Wishes(station="test"), patience=QUICK)
    await again.open()
    assert box.machine.jobs[-1].state is JobState.CANCELED
    assert not box.machine.paper


def _certificate(folder):
    """A certificate such as printers make for themselves, and its fingerprint."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "printer")])
    now = dt.datetime.now(dt.UTC)
    made = x509.CertificateBuilder(
        name, name, key.public_key(), x509.random_serial_number(), now, now + dt.timedelta(1)
    )
    signed = made.sign(key, hashes.SHA256())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + signed.public_bytes(Encoding.PEM)
    (folder / "printer.pem").write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "printer.pem")
    return context, signed.fingerprint(hashes.SHA256()).hex(":").upper()


async def test_a_printer_with_a_certificate_of_its_own_is_known_by_its_fingerprint(tmp_path):
    context, fingerprint = _certificate(tmp_path)
    box = PagePrinterEmulator(tls=context)
    await box.start()
    for known in ("", fingerprint):
        printer = IppPagePrinter(box.address, Wishes(fingerprint=known), patience=QUICK)
        await printer.open()
        assert (await printer.print(PageJob(sample_pdf(1)))).outcome is PageOutcome.PRINTED
    stranger = IppPagePrinter(box.address, Wishes(fingerprint="00" * 32), patience=QUICK)
    with pytest.raises(DeviceProtocolError, match="certificate"):
        await stranger.open()
    await box.stop()
