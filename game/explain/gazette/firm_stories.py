"""What the newspaper could print of the firms of a year: families, closings, pioneers, newcomers."""

from collections.abc import Iterator, Mapping

from game.explain.gazette.stories import Story
from game.explain.gazette.years import Year
from game.explain.genealogy import Life, tell
from game.explain.speech import Speaker

WAVE = 0.1
"""Share of all firms whose closing in one year is a story of its own."""


def firm_stories(known: Mapping[int, Life], year: Year, speaker: Speaker) -> Iterator[Story]:
    """Tell of firms by name."""
    born = [life for life in known.values() if year.since < life.born <= year.at]
    gone = [life for life in known.values() if life.gone is not None and year.since < life.gone <= year.at]
    yield from _families(known, born, year, speaker)
    yield from _closings(known, gone, year, speaker)
    yield from _pioneers(known, year, speaker)
    yield from _newcomers(known, born, year, speaker)


def _families(known: Mapping[int, Life], born: list[Life], year: Year, speaker: Speaker) -> Iterator[Story]:
    """Tell whose people opened firms of their own."""
    opened: dict[int, list[Life]] = {}
    for life in born:
        if life.parent is not None:
            opened.setdefault(life.parent, []).append(life)
    if not opened:
        return
    parent, children = max(opened.items(), key=lambda item: (len(item[1]), -item[0]))
    say, names = speaker.words, speaker.words("read.comma").join(speaker.firm(life.firm) for life in children)
    if len(children) > 1:
        head = say("gazette.family", firm=speaker.firm(parent), count=len(children))
        text = say("gazette.family_text", firm=speaker.firm(parent), names=names)
    else:
        head = say("gazette.left", founder=speaker.founder(children[0].firm), firm=speaker.firm(parent))
        text = tell(children[0], known, speaker, year.at)
    yield Story("family", 26 + 10 * len(children), head, text, firm=children[0].firm)


def _closings(known: Mapping[int, Life], gone: list[Life], year: Year, speaker: Speaker) -> Iterator[Story]:
    """Tell of a wave of closings, or of the oldest firm that closed."""
    if not gone:
        return
    oldest = min(gone, key=lambda life: (life.born, life.firm))
    before = sum(1 for one in known.values() if one.born <= year.since and (one.gone or year.at) > year.since)
    age = ((oldest.gone or 0) - oldest.born) // 4
    told = tell(oldest, known, speaker, year.at)
    if len(gone) > 2 and len(gone) >= WAVE * before:
        head = speaker.words("gazette.wave", count=len(gone))
        weight = 30 + 160 * min(len(gone) / max(before, 1), 0.4)
        told = speaker.words("gazette.among", firm=speaker.firm(oldest.firm), life=told)
    else:
        word = f"gazette.closes{'_old' if oldest.origin == 'seed' else '' if age else '_young'}"
        head = speaker.words(word, firm=speaker.firm(oldest.firm), years=age)
        weight = 18 + 2.0 * min(age, 20)
    yield Story("closing", weight, head, told, firm=oldest.firm)


def _pioneers(known: Mapping[int, Life], year: Year, speaker: Speaker) -> Iterator[Story]:
    """Tell who was the first ever to make a kind of product."""
    firsts: dict[int, tuple[int, int]] = {}
    for life in known.values():
        for quarter, kind in life.kinds:
            firsts[kind] = min(firsts.get(kind, (quarter, life.firm)), (quarter, life.firm))
    for kind, (quarter, firm) in sorted(firsts.items()):
        if year.since < quarter <= year.at:
            product = speaker.product(kind / 8)
            head = speaker.words("gazette.pioneer", firm=speaker.firm(firm), product=product)
            yield Story("pioneer", 48, head, tell(known[firm], known, speaker, year.at), firm=firm)


def _newcomers(known: Mapping[int, Life], born: list[Life], year: Year, speaker: Speaker) -> Iterator[Story]:
    came = [life for life in born if life.origin == "attracted"]
    if came:
        head = speaker.words("gazette.newcomer", firm=speaker.firm(came[0].firm), count=len(came))
        yield Story("newcomer", 28, head, tell(came[0], known, speaker, year.at), firm=came[0].firm)
