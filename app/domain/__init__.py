"""The rules: frozen values and pure functions. Today, the calendar and the settings are arguments."""
