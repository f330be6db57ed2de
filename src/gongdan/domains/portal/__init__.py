"""The portal: what customers see and do of their tickets, signed in or by the link that a guest was given (spec 05).

READ SIDE for customers, beside the inbox, which is for the staff. Promises that nothing internal leaves here: its
queries read messages of the audience ``customer`` only, its answers have no place for anything else, and custom fields
show only when they belong on the portal. Its changes are the commands of tickets, by the customer's own authority.
"""
