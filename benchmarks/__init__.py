"""What the product does per second, against what its own PostgreSQL could do with the same rows (spec 10).

``python -m benchmarks`` makes an installation in a temporary directory, fills it with whole lives, and asks the real
web processes over HTTP. Beside each scenario stands its floor: pgbench writing the very rows that one request wrote, or
reading the same index, on the same server in the same run.
"""
