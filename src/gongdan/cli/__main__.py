"""``python -m gongdan.cli``: the same as ``gongdan``."""

from gongdan.cli import main

if __name__ == "__main__":
    main()
