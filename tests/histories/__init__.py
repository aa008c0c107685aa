"""What a history must show when it is played as it went, measured."""
