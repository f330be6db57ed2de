"""The epoch: transaction ids start anew after dump and restore, so positions carry a number that a restore raises."""

import psycopg


def settle_epoch(connection: psycopg.Connection) -> int:
    """Return the epoch of this database, raised by one when the log came from another cluster or from its own future.

    A restore shows in two ways, either is enough: the cluster's identity or the database's oid differ from those
    recorded, or the log holds transaction ids that this cluster has not reached yet.
    """
    with connection.transaction():
        here = connection.execute(
            """
            select (select system_identifier from pg_control_system()),
                   (select oid::bigint from pg_database where datname = current_database())
            """
        ).fetchone()
        assert here is not None
        row = connection.execute("select epoch, system_identifier, database_oid from log_epoch for update").fetchone()
        if row is None:
            connection.execute("insert into log_epoch values (1, %s, %s)", here)
            return 1
        epoch, *recorded = row
        ahead = connection.execute(
            "select exists (select from event where epoch = %s and xid >= pg_snapshot_xmax(pg_current_snapshot()))",
            [epoch],
        ).fetchone()
        if list(here) == recorded and not (ahead and ahead[0]):
            return int(epoch)
        connection.execute("update log_epoch set epoch = epoch + 1, system_identifier = %s, database_oid = %s", here)
        return int(epoch) + 1
