"""The one append-only log (spec 01): envelope and chain, relay with positions, cursors, seals, quarantine, doorbell."""
