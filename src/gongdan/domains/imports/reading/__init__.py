"""From the bytes of a file to the values of a row. Nothing here reads or writes anything."""
