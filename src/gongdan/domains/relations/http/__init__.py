"""Routes of relations, below ``/api/v1``."""

from gongdan.domains.relations.http import alike, children, links, merging, splitting

handlers = [*alike.handlers, *links.handlers, *children.handlers, *merging.handlers, *splitting.handlers]
