"""Speed promises, measured as ratios within one run. Never part of the tests."""
