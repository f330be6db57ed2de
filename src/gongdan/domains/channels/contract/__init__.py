"""What a channel is (``kinds``), and what the channels of a process work with (``room``)."""
