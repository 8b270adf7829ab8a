"""The promise reader: the employer's words -> a reading (follow-up-rules.md, "Reading the employer's words")."""
