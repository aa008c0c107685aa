"""A question before something is left or given up; staying is always the easier answer."""

from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.screen import Pop, Press, Quit, Screen


class Ask(Screen):
    """A small sheet with a question, what follows, and two answers."""

    sheet = True
    asks = True

    def __init__(self, question: str, detail: str = "", yes: Press = Quit, label: str = "entrance.leave") -> None:
        """Ask.

        Args:
            question: Id of the question's words.
            detail: Id of a sentence that says what becomes of the run, or the sentence itself.
            yes: What happens on "yes".
            label: Id of the words on the button that does it.
        """
        self.question, self.detail, self.yes, self.label = question, detail, yes, label

    def draw(self, kit: Kit) -> None:
        """Draw question and answers."""
        inner = sheet(kit, 760, 420, kit.words(self.question), "ask")
        with kit.scrolling("ask", inner) as drawn:
            y = drawn[0] + kit.px(4)
            detail = kit.words(self.detail) if self.detail in kit.words else self.detail
            if detail:
                y += kit.paragraph(detail, (inner.x, y), inner.width - kit.px(16)) + kit.px(24)
            x = inner.x + kit.px(4)
            stay = kit.button(kit.words("entrance.stay"), (x, y), "stay", Pop, main=True)
            leave_width = kit.width(kit.words(self.label)) + kit.tx(70)
            beside = stay.right + kit.px(16) + leave_width < inner.right
            at = (stay.right + kit.px(16), y) if beside else (x, stay.bottom + kit.px(12))
            drawn.append(kit.button(kit.words(self.label), at, "yes", self.yes).bottom + kit.px(8))
