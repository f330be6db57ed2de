"""How time is promised (spec 03): calendars, targets, and the ladders that climb as it passes."""
