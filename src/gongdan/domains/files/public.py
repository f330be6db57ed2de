"""What other domains may use of files."""

from gongdan.domains.files.lookup import Uploaded, uploaded
from gongdan.infra.http.bodies import Answer


class FileRef(Answer, frozen=True):
    """A file as a reader gets it: ``url`` is signed for him and expires."""

    id: str
    name: str
    type: str
    size: int
    url: str
    inline: bool = False


__all__ = ["FileRef", "Uploaded", "uploaded"]
