"""Luck and skill, in words: choices against dice, the index and its limits, decisions seen from before."""

from collections.abc import Sequence

from game.content import numbers
from game.explain.findings import Findings, Histories, Regret
from game.explain.speech import Speaker

Rows = list[tuple[str, ...]]


def luck_lines(found: Findings, speaker: Speaker) -> list[str]:
    """Say what was choice and what was dice, with limits."""
    say, skill, lines = speaker.words, found.skill, []
    if found.histories is not None:
        lines.append(choices_and_dice(found.histories, speaker))
    if skill is not None:
        if skill.here is None:
            lines.append(say("debrief.skill.untold"))
        elif skill.index is not None:
            here, value, low, high = (
                numbers.number(one, 2) for one in (skill.here, skill.index.value, skill.index.low, skill.index.high)
            )
            lines.append(say("debrief.skill.index", here=here, value=value, low=low, high=high, seeds=skill.seeds))
        lines.append(seed(found, speaker))
    lines += [verdicts(found.regrets, speaker)] if found.regrets else []
    return [*lines, say("debrief.limits")]


def luck_rows(found: Findings, speaker: Speaker) -> Rows:
    """Return the same as rows: what it is, its figure, and between what it lies; the first row holds the headings."""
    say, skill = speaker.words, found.skill
    rows: Rows = [(say("debrief.luck"), say("chart.amount"), say("chart.low"), say("chart.high"))]
    if found.histories is not None:
        number = found.histories.number
        rows += [
            (say(f"debrief.luck_row.{name}", number=speaker.name(number)), speaker.change(number, value), "", "")
            for name, value in (("choices", found.histories.choices), ("dice", found.histories.dice))
        ]
    if skill is not None:
        if skill.here is not None:
            rows.append((say("debrief.luck_row.here"), numbers.number(skill.here, 2), "", ""))
        if skill.index is not None:
            one = (numbers.number(value, 2) for value in (skill.index.value, skill.index.low, skill.index.high))
            rows.append((say("debrief.luck_row.index", seeds=skill.seeds), *one))
        ends = (skill.seed_luck, *(skill.seed_luck + side * 1.96 * skill.seed_error for side in (-1, 1)))
        kind = (f"{numbers.change(100 * value)}{numbers.NARROW}%" for value in ends)
        rows.append((say("debrief.luck_row.seed"), *kind))
    counts = [(kind, sum(one.verdict == kind for one in found.regrets)) for kind in ("better", "equal", "costly")]
    return rows + [(say(f"debrief.luck_row.{kind}"), str(count), "", "") for kind, count in counts if found.regrets]


def history_rows(one: Histories, speaker: Speaker) -> Rows:
    """Return where whole histories ended: this one, and for each row of dots the lowest, tenth, middle, … highest."""
    say, number = speaker.words, one.number
    heads = (say(f"chart.rank.{name}") for name in ("lowest", "low", "middle", "high", "highest"))
    rows: Rows = [(speaker.name(number), *heads), (say("debrief.you"), "", "", speaker.value(number, one.you), "", "")]
    for name, values in (("yours", one.yours), ("others", one.others), ("nobody", one.nobody)):
        ranked = sorted(values)
        picks = (ranked[round(share * (len(ranked) - 1))] for share in (0.0, 0.1, 0.5, 0.9, 1.0))
        rows.append((say(f"debrief.{name}"), *(speaker.value(number, value) for value in picks)))
    return rows


def seed(found: Findings, speaker: Speaker) -> str:
    """Say whether these dice were kind, to every strategy alike."""
    skill = found.skill
    if skill is None:
        return ""
    clear = abs(skill.seed_luck) > 2 * skill.seed_error
    kind = "usual" if not clear else "kind" if skill.seed_luck > 0 else "hard"
    share = numbers.percent(abs(skill.seed_luck))
    return speaker.words(f"debrief.seed.{kind}", share=share)


def choices_and_dice(one: Histories, speaker: Speaker) -> str:
    """Say what the choices were worth, and what the dice gave."""
    return speaker.words(
        "debrief.choices", number=speaker.name(one.number), choices=speaker.change(one.number, one.choices),
        dice=speaker.change(one.number, one.dice),
    )  # fmt: skip


def verdicts(regrets: Sequence[Regret], speaker: Speaker) -> str:
    """Count how decisions look from before."""
    counts = {kind: sum(one.verdict == kind for one in regrets) for kind in ("better", "equal", "costly")}
    return speaker.words("debrief.verdicts", count=len(regrets), **counts)


def verdict(one: Regret, speaker: Speaker) -> str:
    """Say how one quarter's decision looks from before, and what would have been the best other thing."""
    instead = speaker.policy(one.instead) if one.instead else speaker.words("debrief.doing_nothing")
    return speaker.words(f"debrief.verdict.{one.verdict}", instead=instead)
