"""What can be true of tickets together, declared as data: ``links`` · ``merging``."""
