"""What people have changed in a report by hand, carried over into the one that is made next."""
