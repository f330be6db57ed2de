"""Lists of tickets: what one holds for its reader (``reading``), every statement (``queries``), where a page ends
(``cursors``)."""
