"""Writes the golden stories anew: ``python -m tests.stories.renew``. The difference is reviewed like code.

A story is a recording of a level's own solution, and beside it the same run as a page to read.
"""

from pathlib import Path

from game.content import library
from game.content.plan import action_of
from game.content.words import words
from game.explain import story
from game.explain.speech import Speaker
from game.plain import page
from game.session import saves, store
from game.session.recording import EVERY
from game.session.session import Session
from game.simulation.actions import Action, Answer, Quote

FOLDER = Path(__file__).parent
STORIES = {"birth": 1, "wenzhou": 1}
"""Level → seed."""


def tell(name: str, seed: int) -> tuple[Session, list[str]]:
    """Play a level by its solution; return the session and the page."""
    path = library.find_level(name)
    level = library.load_level(path).level if path else None
    if level is None:
        raise SystemExit(f"{name} cannot be played: run check")
    session = Session.open(level, library.policies(), seed)
    speaker = Speaker(words("en"), level, library.policies())
    places = [place.id for place in level.map.places]
    plan = {step.quarter: [s for s in level.solution if s.quarter == step.quarter] for step in level.solution}
    lines = [f"{level.title.en}, seed {seed}", ""]
    while not session.outcome().ended:
        for step in plan.get(session.quarter, []):
            action = action_of(step, places)
            lines.append(f"{speaker.date(session.quarter)} > {done(session, speaker, action)}")
        session.advance()
        heard = story.messages(session, speaker, session.quarter)
        lines += [f"{speaker.date(session.quarter)} · {m.text}" for m in heard if m.weight != "quiet"]
        if session.quarter % EVERY == 0:
            lines += [
                "",
                *page.summary(session, speaker),
                f"  digest {session.branch.digests[session.quarter]}",
                "",
            ]
    return session, [*lines, *page.ending(session, speaker)]


def done(session: Session, speaker: Speaker, action: Action) -> str:
    """Do something, and write it as a sentence."""
    answer = session.do(action)
    if isinstance(action, Answer):
        what = f"answer {speaker.event(action.event)}: {action.choice}"
    else:
        card = session.cards[action.policy]
        place = f" at {speaker.place(action.site)}" if card.placed else ""
        what = f"{type(action).__name__.lower()} {card.name.en}{place}"
    return f"{what} ({speaker.quote(answer) if isinstance(answer, Quote) else speaker.refusal(answer)})"


def main() -> None:
    """Write every story."""
    for name, seed in STORIES.items():
        session, lines = tell(name, seed)
        saves.write(session.record(), FOLDER / f"{name}_{seed}.json")
        store.write(FOLDER / f"{name}_{seed}.txt", "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
