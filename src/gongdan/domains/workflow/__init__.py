"""Workflow: statuses, and the ways between them (spec 02).

Owns the workflows of the policy, compiled, and every version that a ticket still runs on. Promises that a version,
named by the hash of its content, never changes. What a transition does to a ticket, tickets decides.
"""
