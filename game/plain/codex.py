"""The codex as plain lines: ideas, how all is computed, the paper, what is disputed, and the words of a text."""

from collections.abc import Sequence

from game.content import glossary, library
from game.content.authored import Evidence
from game.content.citations import grounds
from game.content.concept_card import ConceptCard
from game.content.words import Words
from game.explain import theory

PARTS = ("what", "notice", "try_", "not_hold")


def words_of(texts: Sequence[str], say: Words) -> list[str]:
    """Name the words of some texts that can be looked up; nothing where there are none."""
    known: dict[str, None] = {}
    for text in texts:
        known.update((mark.concept, None) for mark in glossary.marks(text, say.language, known))
    names = [library.concepts()[id_].name[say.language] for id_ in known]
    return [say("codex.words_here", words=say("read.comma").join(names))] if names else []


def concept(name: str, say: Words) -> list[str]:
    """Open an idea by its id, its name or another word for it; without a name, list them all."""
    if not name:
        return [line for theme, cards in glossary.by_theme().items() for line in _theme(theme, cards, say)]
    card = glossary.named(name)
    return _card(card, say) if card else [say("codex.no_concept", name=name[:40])]


def _theme(theme: str, cards: Sequence[ConceptCard], say: Words) -> list[str]:
    names = say("read.comma").join(card.name[say.language] for card in cards)
    return [f"{say(f'codex.theme.{theme}')}", f"  {names}"]


def _card(card: ConceptCard, say: Words) -> list[str]:
    lines = [card.name[say.language]]
    for part in PARTS:
        heading = say(f"ui.concept.{part.strip('_')}")
        lines.append(f"  {heading}{say('codex.colon')}{getattr(card, part)[say.language]}")
    lines += found(card.evidence, say)
    near = say("read.comma").join(library.concepts()[id_].name[say.language] for id_ in card.related)
    pages = say("read.comma").join(card.mechanisms)
    lines += [f"  {say('codex.near')}{say('codex.colon')}{near}"] if near else []
    return [*lines, f"  {say('codex.mechanisms_of')}{say('codex.colon')}{pages} (theory …)"] if pages else lines


def found(evidence: Sequence[Evidence], say: Words) -> list[str]:
    """Write what was found, each with its source and how well that is known."""
    return [f"  {one.text[say.language]} [{grounds(one, say)}]" for one in evidence]


def mechanism(name: str, say: Words) -> list[str]:
    """Open the page of a mechanism; without a name, list them all."""
    if not name:
        return [f"  {id_} · {label}" for id_, label in theory.pages(say)]
    if name not in theory.names():
        return [say("codex.no_theory", name=name[:40])]
    page = theory.theory(name)
    lines = [f"{say(f'theory.{name}.name')}{say('codex.colon')}{say(f'theory.{name}.text')}"]
    lines += [f"  {say(f'codex.theory.{part}')}{say('codex.colon')}{text}" for part, text in page.parts.items()]
    for key, number in page.parameters.items():
        moved = page.moved_by.get(key, ())
        by = f"; {say('codex.moved_by')}{say('codex.colon')}{' '.join(moved)}" if moved else ""
        told = f"{number.unit}; {theory.mark_of(number, say)}{by}"
        lines.append(f"  {name}.{key} = {number.default:g} [{number.low:g} … {number.high:g}] {told}")
    return lines


def stop(text: str, say: Words) -> list[str]:
    """Tell one stop of the tour through the paper; without a number, list them."""
    stops = library.tour()
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= len(stops)):
        return [f"  {k + 1}. {one.title[say.language]}" for k, one in enumerate(stops)]
    here, number = stops[int(text) - 1], int(text)
    label = say("codex.tour_stop", k=number, count=len(stops), section=here.section)
    note = [f"  {here.note[say.language]}"] if here.note else []
    standing = say(f"codex.tour_standing.{here.standing}")
    text = f"  {standing}{say('codex.colon')}{here.text[say.language]}"
    told = [f"{label} · {here.title[say.language]}", text, *note]
    return told + words_of([here.text[say.language], *note], say)


def disputes(say: Words) -> list[str]:
    """Tell every open question, what was found, and what this game assumes."""
    lines = [say("codex.disputes_intro")]
    for one in library.disputes():
        game = f"  {say('codex.what_the_game_assumes')}{say('codex.colon')}{one.game[say.language]}"
        lines += [one.title[say.language], *found(one.findings, say), game]
    return lines
