"""The worked example in the terminal: told whole on a run of its own, or played up to where the player takes over."""

import contextlib
from dataclasses import replace

from game.explain.speech import Speaker
from game.explain.worked import Deed, Example, Fade, deeds, fades, next_fade
from game.plain import page
from game.session import progress, store
from game.session.session import Session

Lines = list[str]


def example(session: Session, rest: list[str], speaker: Speaker) -> Lines:
    """Do ``example whole`` or ``example part``; without a word, say which there are and which is due."""
    say, level = speaker.words, session.level
    asked = next((fade for fade in fades(level) if rest and rest[0] == fade != "alone"), None)
    if asked == "whole":
        return _whole(session, speaker)
    if asked == "part":
        return _part(session, speaker)
    if not level.solution:
        return [say("watch.none")]
    due = next_fade(level, progress.read())
    told = [say("watch.read_how"), *(_offered(fade, speaker) for fade in fades(level) if fade != "alone")]
    return told if due == "whole" else [*told, say(f"watch.due.{due}")]


def _offered(fade: Fade, speaker: Speaker) -> str:
    """Name one way of being shown, as it is typed."""
    return f"  example {fade} · {speaker.words(f'watch.{fade}_tip')}"


def _whole(session: Session, speaker: Speaker) -> Lines:
    """Play the solution on the same dice, beside the player's run, and tell what was done and why."""
    shown = Example(Session.open(session.level, session.cards, session.seed))
    while not shown.over:
        shown.advance()
    with contextlib.suppress(store.NotWritable):  # then the next one fades a step later
        progress.followed(session.level.id, "whole")
    lines = [speaker.words("watch.about_whole"), *_done(shown, speaker)]
    lines += page.goals(shown.session.progress(), speaker)
    return [*lines, speaker.words("watch.won" if shown.session.outcome().won else "watch.lost")]


def _part(session: Session, speaker: Speaker) -> Lines:
    """Play the first steps on the player's own run, which must be at its beginning."""
    say = speaker.words
    if session.quarter > 0 or session.branch.steps:
        return [say("watch.at_the_beginning")]
    shown = Example(session, "part")
    while not shown.over:
        shown.advance()
    lines = [say("watch.about_part"), *_done(shown, speaker)]
    if shown.yours:
        lines.append(say("watch.handed", count=shown.ahead))
    return [*lines, *page.summary(session, speaker)]


def _done(shown: Example, speaker: Speaker) -> Lines:
    """Tell what was done, when and why."""
    told = deeds(shown.session, speaker)
    lines = [line for number in shown.done for line in _deed(told[number], speaker)]
    left = [line for number in shown.left for line in _deed(replace(told[number], why=""), speaker)]
    return [*lines, speaker.words("watch.left"), *left] if left else lines


def _deed(deed: Deed, speaker: Speaker) -> Lines:
    line = speaker.words("read.pair", first=speaker.date(deed.step.quarter), second=deed.said)
    return [line, f"  {deed.why}"] if deed.why else [line]
