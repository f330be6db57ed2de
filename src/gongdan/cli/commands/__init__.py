"""One module for each command, or family of commands; ``gongdan.cli`` names them."""
