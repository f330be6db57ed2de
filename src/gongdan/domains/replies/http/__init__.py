"""Routes of canned replies, below ``/api/v1``."""

from gongdan.domains.replies.http import replies

handlers = replies.handlers
