"""Who may do what with which things, and who may know of them what: pure, but for the reading of roles."""
