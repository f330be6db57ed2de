"""Who people are: who wrote what stands under their name, and who turned out to be somebody else."""
