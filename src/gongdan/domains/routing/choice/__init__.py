"""Who should get a ticket: what rules want, who is eligible, and whom the strategy takes (spec 04). Pure."""
