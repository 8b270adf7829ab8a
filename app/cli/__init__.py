"""The command line. Each command is loaded when it is asked for; see `commands`."""
