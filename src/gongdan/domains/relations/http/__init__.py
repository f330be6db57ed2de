"""Routes of relations, below ``/api/v1``."""

from gongdan.domains.relations.http import children, links

handlers = [*links.handlers, *children.handlers]
