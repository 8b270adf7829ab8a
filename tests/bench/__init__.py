"""Timings, as ratios against a floor in the same run: `python -m tests.bench` prints the table. Never run as tests."""
