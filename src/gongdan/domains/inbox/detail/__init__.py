"""One ticket, whole.

``read`` what is loaded · ``queries`` its SELECTs · ``compose`` what a reader is shown of it, by ``timeline`` and
``clocks`` · ``allowed`` what they may do · ``past`` the ticket as it is and as it was.
"""
