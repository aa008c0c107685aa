"""The debrief of a class as one page: no names, every chart with its sentence, three questions to talk about."""

from collections.abc import Sequence

from game.explain.class_findings import ClassFindings
from game.explain.speech import Speaker
from game.plain import class_causes, class_courses, class_talk
from game.plain.html import column, document
from game.session.session import Session
from game.version import RULES, VERSION


def page(sessions: Sequence[Session], found: ClassFindings, speaker: Speaker, marks: str = "") -> str:
    """Write the page; with how marks lie, where the runs were graded."""
    say, level = speaker.words, sessions[0].level
    seeds = sorted({session.seed for session in sessions})
    dice = say("debrief.class.same_seed", seed=seeds[0]) if len(seeds) == 1 else say(
        "debrief.class.seeds", count=len(seeds))  # fmt: skip
    parts = [
        class_courses.fan(sessions, found, speaker),
        column(5, class_talk.discuss(sessions, found, speaker), marks),
        class_courses.predictions(sessions, speaker), class_causes.separated(sessions, found, speaker),
        class_causes.otherwise(sessions, found, speaker), class_talk.concepts(found, speaker),
        class_causes.luck(sessions, found, speaker),
    ]  # fmt: skip
    title = say("debrief.class.title", level=level.title[say.language])
    below = say("debrief.class.sub", runs=len(sessions), seeds=dice, version=VERSION)
    seeds_told = say("read.comma").join(map(str, seeds[:8]))
    foot = say("debrief.made_by", version=VERSION, rules=RULES, level=level.id, seed=seeds_told)
    return document(say, title, below, [part for part in parts if part], foot)
