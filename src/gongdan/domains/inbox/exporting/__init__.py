"""A list of tickets as a file: which rows (``listing``), what their cells say (``cells``), how they are written
(``sheets``). Nobody takes out what they may not read, and no cell is a formula."""
