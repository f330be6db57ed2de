"""Files: what somebody uploaded or a channel brought, and its way back to a reader.

Owns the rows of files, what type their bytes are of (``kinds``), and the signed addresses under which they are read
(``links``). Promises that nothing is shown by a browser but pictures, sound and film, and that an address is good for
one reader, one file and a short time. Leaves to others: where bytes are kept (``infra.storage``), and which message a
file belongs to (conversations).
"""
