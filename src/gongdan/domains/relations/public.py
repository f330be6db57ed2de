"""What other domains may use of relations."""

from gongdan.domains.relations.http import handlers
from gongdan.domains.relations.http.shapes import Children, LinkView, children_shown, links_shown, merged_into
from gongdan.domains.relations.jobs import ALONG, following
from gongdan.domains.relations.model import LINKS, DropLink, PutLink, RelatedTicket
from gongdan.domains.relations.subjects.links import project_links
from gongdan.domains.relations.writes import drop_link, write_link

__all__ = [
    "ALONG",
    "LINKS",
    "Children",
    "DropLink",
    "LinkView",
    "PutLink",
    "RelatedTicket",
    "children_shown",
    "drop_link",
    "following",
    "handlers",
    "links_shown",
    "merged_into",
    "project_links",
    "write_link",
]
