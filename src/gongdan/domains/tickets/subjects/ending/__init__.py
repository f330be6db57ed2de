"""How a ticket ends, and what is made of it then: ``closing`` beside the moves themselves, ``rating``, and ``away``,
where it is kept once nobody shall see it among the others."""
