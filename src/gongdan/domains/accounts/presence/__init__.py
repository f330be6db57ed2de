"""Who is there: leave and its substitutes, and what workers look after (presence, what is over)."""
