"""Words that every part of Gongdan speaks: ids, time, errors, events, text. Standard library and msgspec; no I/O."""
