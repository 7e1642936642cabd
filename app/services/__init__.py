"""Use cases: rule, journal event, outcome, one transaction; may import storage, wire and below."""
