"""`python -m app` is the command `sikka`."""

from app.cli import main

main()
