"""What can be done with accounts, a verb each. Commands run in the transaction that they are given."""
