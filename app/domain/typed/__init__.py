"""Text as people type it, read into facts: people, moments, points."""
