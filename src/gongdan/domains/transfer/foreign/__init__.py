"""What other systems give out: read as it is published, said in one form (``shapes``), and taken over (``taking``)."""
