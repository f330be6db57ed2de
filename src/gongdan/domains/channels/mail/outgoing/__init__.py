"""How a delivery becomes a mail: ``writing`` gathers what it says, ``providers`` are those of whom anybody has an
address."""
