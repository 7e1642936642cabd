"""The cell that books events and serves the feed, without Qt; may import storage, wire and below."""
