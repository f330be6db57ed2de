"""PostgreSQL: the pool, transactions told apart by type, migrations, the embedded server."""
