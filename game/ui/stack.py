"""The screens in the order they lie; only turns move them."""

from game.ui.screen import Push, Quit, Replace, Reset, Screen, Turn


class Stack:
    """The screens in the order they lie."""

    def __init__(self, *screens: Screen) -> None:
        self.screens = list(screens)

    @property
    def top(self) -> Screen:
        """The screen that is being used."""
        return self.screens[-1]

    @property
    def over(self) -> bool:
        """Whether the game has been left."""
        return not self.screens

    def leave(self) -> Turn:
        """Ask the screens whether the window may close: the topmost that has something to keep answers."""
        if self.top.asks:
            return Quit()
        answers = (screen.leaving() for screen in reversed(self.screens))
        return next((turn for turn in answers if not isinstance(turn, Quit)), Quit())

    def take(self, turn: Turn | None) -> bool:
        """Move the stack; True when it moved."""
        if turn is None:
            return False
        if isinstance(turn, Quit):
            self.screens.clear()
        elif isinstance(turn, Reset):
            self.screens = [turn.screen] if turn.upon is None else [turn.screen, turn.upon]
        elif isinstance(turn, Push):
            self.screens.append(turn.screen)
        else:
            self.screens.pop()
            if isinstance(turn, Replace):
                self.screens.append(turn.screen)
        return True
