"""Where Excel and the desktop meet the program: buttons, launcher, drop target."""
