"""Certificates on their way: listed, fetched into the drawer, linked for a telephone; each job's end told to the hall.

Whose they are leaves with the question, from `Holders`. Documents go from the hall's answer into the drawer and
nowhere else; nothing of them is logged.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, TypeVar

from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.paper.apart import PaperError
from kiosk.runner.in_time import in_time
from kiosk.session.certificate_words import (
    CertificateHere,
    CertificateLinked,
    CertificatesCame,
    CertificateUnheard,
    FetchCertificate,
    FindCertificates,
    LinkCertificate,
)
from kiosk.session.leaving import HALL_SILENT
from kiosk.session.papers import CertificatePaper

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.certificates import PrintedAs
    from hall_server.contract.city.licences import Holder
    from kiosk.runner.errands import Errands
    from kiosk.runner.holders import Holders
    from kiosk.runner.papers import Papers
    from kiosk.runner.ports import CityVerbs, Clock, Post
    from kiosk.session.papers import PrintPages

T = TypeVar("T")
LOG = logging.getLogger("kapok.kiosk.certificates")

WITHIN_S = 9.0  # a document has its way besides the city's 3.5 s; the page waits ten
TRIES, PAUSE_S = 3, 2.0  # to tell the hall what became of a job


class CertificateRunner:
    """The performer. `papers` has the drawer, and says how each job ended."""

    def __init__(self, city: CityVerbs | None, holders: Holders, papers: Papers, post: Post, clock: Clock) -> None:
        self._city, self._holders, self._papers, self._post, self._clock = city, holders, papers, post, clock
        self._visits: dict[str, str] = {}  # under which yes each key was fetched
        self._telling: set[asyncio.Task[None]] = set()
        papers.ended = self.ended

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(FindCertificates, self.find)
        errands.register(FetchCertificate, self.fetch)
        errands.register(LinkCertificate, self.link)

    async def find(self, errand: FindCertificates) -> None:
        """List them."""
        found = await self._asked(errand, lambda city, who: city.certificates(errand.visit, who))
        if found is not None:
            self._post(CertificatesCame(self._clock(), errand.look, found.certificates))

    async def fetch(self, errand: FetchCertificate) -> None:
        """Put one into the drawer."""
        found = await self._asked(errand, lambda city, who: city.certificate(errand.visit, who, errand.certificate))
        if found is None or self._holders.of(errand.pseudonym) is None:  # the visit has ended meanwhile
            return
        try:
            self._papers.take_in(errand.look, found.document)
        except PaperError as error:
            self._post(CertificateUnheard(self._clock(), errand.look, error.code))
            return
        self._visits[errand.look] = errand.visit
        self._post(CertificateHere(self._clock(), errand.look))

    async def link(self, errand: LinkCertificate) -> None:
        """Make an address for a telephone."""
        made = await self._asked(errand, lambda city, who: city.certificate_link(errand.visit, who, errand.certificate))
        if made is not None:
            self._post(CertificateLinked(self._clock(), errand.look, made.address, made.expires_at))

    def ended(self, job: PrintPages, came: PrintedAs) -> None:
        """A job is over: the hall keeps it, under the job's own id, if it was a certificate's."""
        if not isinstance(job.what, CertificatePaper) or self._city is None:
            return
        visit = self._visits.get(job.what.key)
        if visit is None:
            LOG.error("%s: nobody knows under which yes it was printed", job.job_id)
            return
        telling = asyncio.get_running_loop().create_task(self._tell(job, job.what.kind, visit, came))
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)

    async def _tell(self, job: PrintPages, kind: str, visit: str, came: PrintedAs) -> None:
        city = self._city
        for left in reversed(range(TRIES)):
            try:
                if city is not None:
                    await in_time(lambda: city.certificate_printed(job.job_id, visit, kind, job.copies, came), WITHIN_S)
            except HallRefusedError as error:
                LOG.warning("%s: the hall does not keep how it ended: %s", job.job_id, error.code)
            except HallSilentError:
                if left:
                    await asyncio.sleep(PAUSE_S)
                    continue
                LOG.warning("%s: the hall did not hear how it ended", job.job_id)
            return

    async def _asked(
        self,
        errand: FindCertificates | FetchCertificate | LinkCertificate,
        ask: Callable[[CityVerbs, Holder], T],
    ) -> T | None:
        """The hall's answer; None, and told, when there is none."""
        city, holder = self._city, self._holders.of(errand.pseudonym)
        if city is None or holder is None:
            self._post(CertificateUnheard(self._clock(), errand.look, "nobody_known"))
            return None
        try:
            return await in_time(lambda: ask(city, holder), WITHIN_S)
        except HallRefusedError as error:
            LOG.info("no certificate: %s", error.code)
            self._post(CertificateUnheard(self._clock(), errand.look, error.code))
        except HallSilentError as error:
            LOG.info("no certificate: the hall is silent (%s)", error)
            self._post(CertificateUnheard(self._clock(), errand.look, HALL_SILENT))
        return None
