"""Customers: the people who ask, how they are reached, and the organisations to which they belong.

It owns customers, their identities and organisations. It promises that a handle names one person of a workspace, that a
handle which others only say to be somebody's lets nobody in as them, and that each change stands in the stream of whom
it concerns. Tickets and conversations that follow a merge are moved by tickets, which knows both; lists of what a
customer asked for are the inbox's.

``people`` finds and makes persons · ``learning`` what they teach us · ``finding`` who is meant by what somebody types,
and who may be the same person.
"""
