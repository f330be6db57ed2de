"""Routing: which team a ticket belongs to, and which agent gets it (spec 04).

Owns the routing rules' meaning, eligibility, strategies, the agents' loads, claiming and assigning, and the ledger of
decisions behind “why them?”. The team is decided in the transaction that opens the ticket; the agent by the router,
which takes the waiting tickets of a workspace in batches. Promises that router and claim never load an agent above
their capacity, under any concurrency.
"""
