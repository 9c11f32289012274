"""Put a password on a finished report."""

from io import BytesIO

ARCHIVE_CLAIMS = ("pdfaid:part", "pdfaid:conformance")
"""A file that needs a password is not archivable, so it must not say that it is."""


def protect(pdf: bytes, password: str) -> bytes:
    """The same report, encrypted with AES-256; it opens with `password` only."""
    import pikepdf

    protected = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for claim in ARCHIVE_CLAIMS:
                metadata.pop(claim, None)
        document.save(
            protected,
            encryption=pikepdf.Encryption(owner=password, user=password, R=6, aes=True),
        )
    return protected.getvalue()
