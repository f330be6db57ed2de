"""Routes of relations, below ``/api/v1``."""

from gongdan.domains.relations.http import children, links, merging

handlers = [*links.handlers, *children.handlers, *merging.handlers]
