"""Where a command works: the transaction, its doors to rows, what it writes, and what background work uses of it."""
