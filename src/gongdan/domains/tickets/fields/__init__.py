"""Fields: what a custom field's value must be, which category fits which type, what conditions may name, and the lint
of all that. Pure."""
