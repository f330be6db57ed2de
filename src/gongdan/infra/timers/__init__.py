"""The one timer table (spec 01): what must happen at an instant. Owners register a handler in wiring."""
