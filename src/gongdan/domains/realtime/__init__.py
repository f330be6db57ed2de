"""The live side: what happens reaches the pages of those who may see it, within a breath (spec 01, live).

Owns the stream of events, who is present at a ticket, and when counters are recounted. Promises that a snapshot read
after ``hello`` and the events since make a fresh snapshot; what could not be kept is told as ``resync``. Keeps nothing
that another process could not rebuild. Lines, counts and notices are read by functions that wiring gives.
"""
