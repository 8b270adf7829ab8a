"""What stands behind the Capture page: its fields, its text read into facts, its drafts, what completes."""
