"""What is asked over a page: each a form that gives one frozen value, or None where the person went back."""
