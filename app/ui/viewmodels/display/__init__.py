"""The customer's display: what the second window at a counter shows."""
