"""One thing done to many tickets, as operations."""
