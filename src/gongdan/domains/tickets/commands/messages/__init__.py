"""The words of messages: how they are put down, and how a reply goes out, at once or after its wait."""
