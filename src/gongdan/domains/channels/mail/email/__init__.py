"""Mail as values: reading, judging, threading and writing messages. No I/O; the network lives in ``infra/mail``.

Owns: bytes to ``ParsedMail``, the new words of a reply, who or what wrote it, where it belongs and why, and the bytes
of what we send. Promises that no bytes whatever make a function of this package raise or run without bound.
Leaves to others: storing the raw mail, looking up what ``threading.look_ups`` asks for, and acting on the decision.
"""
