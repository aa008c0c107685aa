"""The paper's inventory: every term it names, and where it is alive."""
