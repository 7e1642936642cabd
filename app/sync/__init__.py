"""The station's side of the hub: push, pull, status; may import hub, services and below."""
