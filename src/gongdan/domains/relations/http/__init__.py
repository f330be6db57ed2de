"""Routes of relations, below ``/api/v1``."""

from gongdan.domains.relations.http import alike, children, links, merging

handlers = [*alike.handlers, *links.handlers, *children.handlers, *merging.handlers]
