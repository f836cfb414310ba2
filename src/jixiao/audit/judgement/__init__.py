"""From what does not hold to a finding: culprits, witnesses, guards against false alarms."""
