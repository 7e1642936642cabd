"""SQLAlchemy tables, queries and migrations, no rules; may import domain and config."""
