"""How the installation is, and what is left to set up: for its operators and for who manages a workspace.

``readings`` asks the database and the machine, ``checks`` says what the answers mean (pure), ``examination`` is what
``gongdan doctor`` adds, ``setup`` the guide of a new workspace, ``handlers`` the routes.
"""
