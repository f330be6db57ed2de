"""The inbox: what the staff reads. Queues and their counters, a ticket whole, the directory.

Owns the views that people save and how they arrange them; else it selects from the tables of others and writes none.
Promises that a reader gets what is in their reach, less the messages and fields that are not for them, and that they
cannot ask by what they may not read. What customers read is the portal's; what the staff do with tickets has its routes
where the commands are.
"""
