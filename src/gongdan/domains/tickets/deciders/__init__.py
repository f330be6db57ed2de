"""What answers events by itself: the workflow's occasions, what a status entails, automations, limits. Pure."""
