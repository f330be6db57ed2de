"""What other domains may use of channels."""

from gongdan.domains.channels.email.html import sanitise

__all__ = ["sanitise"]
