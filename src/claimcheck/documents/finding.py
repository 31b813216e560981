"""How documents are to be found, where there is a choice."""

from __future__ import annotations

from dataclasses import field

from claimcheck.documents.formats import FORMATS, Found, kind_of
from claimcheck.documents.web.options import WebOptions
from claimcheck.frozen import dataclass


@dataclass(frozen=True)
class FindOptions:
    """What a user may decide about finding.

    Attributes:
        ignore_files: heed `.gitignore` and `.claimcheckignore` in folders.
        pictures: read the pictures in folders.
        data: read CSV and JSON files in folders; their fields were named.
        web: how sitemaps are fetched.
    """

    ignore_files: bool = True
    pictures: bool = False
    data: bool = False
    web: WebOptions = field(default_factory=WebOptions)

    def takes(self, name: str) -> bool:
        """Whether a file of this name is read when it is found in a folder."""
        kind = kind_of(name)
        found = FORMATS[kind].found if kind else None
        return (
            found is Found.ALWAYS
            or (self.data and found is Found.WITH_FIELDS)
            or (self.pictures and found is Found.WITH_PICTURES)
        )


#: nothing was asked for
USUAL_FINDING = FindOptions()
