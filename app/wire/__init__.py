"""What crosses the network or a file boundary, versioned; may import domain and config."""
