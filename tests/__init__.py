"""The tests of Sikka; see the README for what each folder holds."""
