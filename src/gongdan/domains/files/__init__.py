"""Files: what somebody uploaded or a channel brought, and its way back to a reader.

Owns the rows of files, what type their bytes are of (``kinds``), and the signed addresses under which they are read
(``links``). Promises that nothing is shown by a browser but pictures, sound and film, that an address is good for one
reader, one file and a short time, and that an upload which no message has goes after a day (``sweeping``). Leaves to
others: where bytes are kept (``infra.storage``), and which message a file belongs to (conversations).
"""
