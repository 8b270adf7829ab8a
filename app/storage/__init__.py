"""The journal on disk: one door (`journal.py`), tables, drafts, migrations behind it."""
