"""Pure rules of the loyalty programme; imports the standard library only."""
