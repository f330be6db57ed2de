"""Makes a fresh checkout ready: Python environment, Node, web app, browser. Quick when nothing has changed.

Runs on the system's own Python, before any package is there: standard library only.
"""
