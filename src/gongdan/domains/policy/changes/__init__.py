"""What changed between two bundles: found by the declarations of the sections (``compare``), told in sentences
(``telling``, ``values``). Pure, but for the texts of the catalogue."""
