"""``make quality``: measures how well mails and texts are read on real data, and writes docs/quality.md.

``samples`` the data · ``mails`` facts, machines and bounces · ``replies`` · ``texts`` moods and priorities · ``page``.
Deterministic; nothing of the data gets into the page but figures.
"""
