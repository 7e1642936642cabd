"""Reports, segments and rehearsals that only read; may import services, hub and below."""
