"""What other domains may use of conversations."""

from gongdan.domains.conversations.writes import Attached, Origin, Party, PutConversation, PutMessage

__all__ = ["Attached", "Origin", "Party", "PutConversation", "PutMessage"]
