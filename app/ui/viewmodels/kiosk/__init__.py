"""The view models of the customer kiosk: one for each of its screens, and the root above them."""
