"""What work adds to a ticket, one module each."""
