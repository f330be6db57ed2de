"""How a ticket keeps its promises: clocks and ladder follow its events, and it is said when one falls due (spec 03).
Pure."""
