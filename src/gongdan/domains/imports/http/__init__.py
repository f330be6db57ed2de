"""Routes of imports, below ``/api/v1``."""

from gongdan.domains.imports.http import files, imports

handlers = [*files.handlers, *imports.handlers]
