"""What is known of a person better than before: what they showed, and what they proved."""
