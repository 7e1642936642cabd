"""View models, list models and the background runner; may import insight, sync, services, Qt."""
