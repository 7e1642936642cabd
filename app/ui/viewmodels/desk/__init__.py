"""The member desk: what a supervisor does for the member at the counter, a page each."""
