"""How somebody proves who they are: passwords, links, sessions, tokens, and how often they may try."""
