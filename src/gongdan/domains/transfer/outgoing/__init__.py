"""A list of tickets as a file: which rows (``listing``), what their cells say (``cells``), how they are written
(``sheets``)."""
