"""A hall's own certificate authority and the certificates of its servers: P-256, X.509, PEM. Knows no files.

For a hall's network, where no public authority gives certificates. The authority may sign servers only, for the names
that were asked for; its key stays in the hall's folder.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import TYPE_CHECKING, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

if TYPE_CHECKING:
    from collections.abc import Sequence

AUTHORITY_DAYS = 3_650
SERVER_DAYS = 397  # browsers take no longer ones
RENEW_DAYS = 30  # before its end
_EARLIER = timedelta(hours=1)  # a kiosk's clock may be behind


class Pair(NamedTuple):
    """A private key and its certificate, both PEM."""

    key: bytes
    certificate: bytes


class Standing(NamedTuple):
    """What people want to know of a certificate."""

    subject: str
    names: tuple[str, ...]
    sha256: str
    until: datetime

    def days_left(self, now: datetime) -> int:
        """Whole days; negative when it is over."""
        return (self.until - now).days


def new_authority(hall: str, now: datetime) -> Pair:
    """An authority of this hall alone."""
    key, name = ec.generate_private_key(ec.SECP256R1()), _name(f"Kapok {hall}")
    made = (
        _begun(name, name, key.public_key(), now, AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .sign(key, SHA256())
    )
    return Pair(_pem(key), made.public_bytes(Encoding.PEM))


def new_server(authority: Pair, names: Sequence[str], now: datetime) -> Pair:
    """A server's certificate for names and addresses, with its authority's behind it. ValueError for a broken pair."""
    signer = load_pem_private_key(authority.key, None)
    if not isinstance(signer, ec.EllipticCurvePrivateKey):
        raise ValueError("the authority's key is of another kind")  # noqa: TRY004 - the file's value, not a caller's type
    above = x509.load_pem_x509_certificate(authority.certificate)
    key = ec.generate_private_key(ec.SECP256R1())
    made = (
        _begun(_name(names[0]), above.subject, key.public_key(), now, SERVER_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .sign(signer, SHA256())
    )
    return Pair(_pem(key), made.public_bytes(Encoding.PEM) + authority.certificate)


def standing(certificate: bytes) -> Standing:
    """Of the first certificate in a file. ValueError when it holds none."""
    found = x509.load_pem_x509_certificates(certificate)[0]
    try:
        told = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        names = tuple(str(one.value) for one in told)
    except x509.ExtensionNotFound:
        names = ()
    digest = found.fingerprint(SHA256()).hex(":").upper()
    return Standing(found.subject.rfc4514_string(), names, digest, found.not_valid_after_utc)


def utc_now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _name(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words[:64])])


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
