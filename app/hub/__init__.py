"""The cell that books events and serves the feed, no Qt; may import storage, wire and below."""
