"""The draft of the policy: sections as they are to be, beside the release in force, until somebody publishes them.

A workspace has one draft, which all who may edit share. Only sections that differ from the release have a row. A row
keeps the release that it was begun on, so that what was published since can be told from what it meant to change."""
