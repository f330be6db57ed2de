"""Transfer: tickets as tables and files, out of the workspace and into it (spec 02, side by side).

It owns what is written into such a file, and how what others wrote is read. It promises that nobody takes out what they
may not read, that no cell is a formula, and that whoever took something out stands in the audit.

``outgoing`` a list as CSV or a workbook · ``events`` what the audit says of it · ``http`` routes.
"""
