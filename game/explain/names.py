"""Names of firms and of the people who founded them: the same for life, in either language, without being stored."""

from game.content.words import Words


class Names:
    """Makes names out of a firm's number and the words of one language."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._first, self._second = words("firm.first").split(), words("firm.second").split("|")
        self._given, self._family = words("firm.given").split(), words("firm.surname").split()

    def firm(self, firm: int) -> str:
        """Name a firm."""
        scattered = firm * 2654435761 & 0xFFFFFFFF
        first, second = _picked(self._first, scattered), _picked(self._second, scattered >> 16)
        return self._words("firm.name", first=first, second=second)

    def founder(self, firm: int) -> str:
        """Name the person who founded a firm."""
        scattered = firm * 2246822519 & 0xFFFFFFFF
        given, family = _picked(self._given, scattered), _picked(self._family, scattered >> 13)
        return self._words("firm.person", given=given, family=family)


def _picked(words: list[str], number: int) -> str:
    return words[number % len(words)]
