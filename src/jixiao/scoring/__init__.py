"""Facts and an indicator framework -> a scorecard with its working."""
