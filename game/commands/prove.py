"""``prove``: is a level winnable, lost by doing nothing, and in need of what it teaches? Answered by playing it."""

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from game.commands import progress_bar
from game.commands.opening import No, level_named
from game.commands.parsing import Parser
from game.content import library, proof_note
from game.content.level import Level, digest
from game.content.numbers import percent
from game.content.proof_note import ProofNote
from game.content.words import Words
from game.explain.speech import Speaker
from game.lab.governing import course_digest
from game.lab.prove import SOLUTION, Proof, prove
from game.lab.verdict import Finding, findings


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("level")
    parser.whole("worlds", 4, 10_000, 200)
    parser.option("keep", action="store_true")
    parser.option("json", action="store_true")


def run(given: argparse.Namespace, say: Words) -> int:
    """Play the level every way there is; exit code 1 when a promise is not kept."""
    try:
        level = level_named(given.level, say)
    except No as no:
        print(no, file=sys.stderr)
        return 1
    began = time.perf_counter()
    proof = prove(level, library.policies(), given.worlds, os.cpu_count() or 1, progress_bar.show)
    broken = findings(level, proof)
    speaker = Speaker(say, level, library.policies())
    if given.keep:
        print(_keep(given.level, level, proof, broken, say), file=sys.stderr)
    seconds = round(time.perf_counter() - began, 1)
    if given.json:
        print(json.dumps(answer(level, proof, broken, speaker, seconds), ensure_ascii=False))
    else:
        print("\n".join(told(level, proof, broken, speaker, seconds)))
    return 1 if broken else 0


def _keep(name: str, level: Level, proof: Proof, broken: list[Finding], say: Words) -> str:
    """Write the note beside the level, and say where."""
    path = library.find_level(name)
    try:
        written = proof_note.write(path or Path(name), note_of(level, proof, broken))
    except OSError as error:
        return say("saves.not_writable", path=path, cause=error.strerror or error)
    return say("command.wrote", path=written)


def note_of(level: Level, proof: Proof, broken: list[Finding]) -> ProofNote:
    """Sum a proof up."""
    solution = proof.wins.get(SOLUTION)
    return ProofNote(
        level=digest(level),
        course=course_digest(level, library.policies()),
        worlds=proof.worlds,
        solution=round(solution.value, 3) if solution else 0.0,
        nothing=round(proof.wins["nothing"].value, 3),
        forgiving=None if proof.forgiving is None else round(proof.forgiving, 3),
        beginner=round(proof.beginner, 3),
        luck=round(proof.luck, 3),
        broken=tuple(sorted({finding.rule for finding in broken})),
    )


def answer(level: Level, proof: Proof, broken: list[Finding], speaker: Speaker, seconds: float) -> dict[str, Any]:
    """Put a proof as the contract has it, and a little more."""
    return {
        "level": level.id,
        "worlds": proof.worlds,
        "strategies": {name: {"wins": won.value, "low": won.low, "high": won.high} for name, won in proof.wins.items()},
        "restricted": dict(proof.restricted),
        "luck_share": proof.luck,
        "phases": {name.removeprefix("p_"): share for name, share in proof.phases.items()},
        "events": dict(proof.events),
        "complaints": [complaint(finding, level, speaker) for finding in broken],
        "seconds": seconds,
        "one_card": dict(proof.levers),
        "goals": dict(proof.goals),
        "forgiving": proof.forgiving,
        "beginner": proof.beginner,
    }


def told(level: Level, proof: Proof, broken: list[Finding], speaker: Speaker, seconds: float) -> list[str]:
    """Tell a proof in words."""
    say = speaker.words
    lines = [say("prove.title", level=level.title[say.language], worlds=proof.worlds, seconds=f"{seconds:.1f}")]
    lines += [
        f"  {say(f'strategy.{name}'):28} {percent(won.value):>6}  [{percent(won.low)}, {percent(won.high)}]"
        for name, won in proof.wins.items()
    ]
    lines += [say("prove.one_card")]
    ranked = sorted(proof.levers.items(), key=lambda item: -item[1])
    lines += [f"  {speaker.cards[card].name[say.language]:28} {percent(share):>6}" for card, share in ranked]
    lines += [say("prove.restricted")] if proof.restricted else []
    concepts = library.concepts()
    lines += [f"  {concepts[id_].name[say.language]:28} {percent(fall):>6}" for id_, fall in proof.restricted.items()]
    lines += [say("prove.phases")]
    lines += [f"  {say(f'phase.{name}'):28} {percent(share):>6}" for name, share in proof.phases.items()]
    lines += [say("prove.luck", share=percent(proof.luck)), say("prove.beginner", share=percent(proof.beginner))]
    lines += [say("prove.forgiving", share=percent(proof.forgiving))] if proof.forgiving is not None else []
    return [*lines, *(complaint(finding, level, speaker) for finding in broken)] + (
        [] if broken else [say("prove.fine")]
    )


def complaint(finding: Finding, level: Level, speaker: Speaker) -> str:
    """Put one promise that is not kept in the author's words."""
    language = speaker.words.language
    values = {key: percent(value) if isinstance(value, float) else str(value) for key, value in finding.values.items()}
    if "policy" in values:
        values["policy"] = speaker.cards[values["policy"]].name[language]
    if "concept" in values:
        values["concept"] = library.concepts()[values["concept"]].name[language]
    for key, items in (("goal", level.goals), ("event", level.events)):
        if key in values:
            found = next(item for item in items if item.id == values[key])
            values[key] = (found.text if key == "goal" else found.title)[language]  # type: ignore[union-attr]
    return speaker.words(f"prove.complaint.{finding.rule}", **values)
