"""The accounts of channels: their settings, and how secrets in them are sealed."""
