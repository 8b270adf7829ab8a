"""Other formats, each to and from the values of the domain."""
