"""What other domains may use of conversations."""

from gongdan.domains.conversations.writes import Attached, PutConversation, PutMessage

__all__ = ["Attached", "PutConversation", "PutMessage"]
