"""Who is told of what happened, and in which words: members by meanings, customers by letters."""
