"""What stations may ask a hub: each file has the routes of one matter."""
