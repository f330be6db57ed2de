"""Who and what there is, under one name for each: what the workbench shows keys and ids with."""
