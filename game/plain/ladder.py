"""Why, rung by rung, as plain lines: causes and decisions, neighbours, stocks, the whole map, and what if."""

from collections.abc import Sequence

from game.content import library
from game.explain.causal.evidence import seen
from game.explain.causal.links import COUNTED, CausalMap, Link, around
from game.explain.causal.telling import label, told
from game.explain.danger import danger
from game.explain.grounds import concept_of, strength_of
from game.explain.movers import Trial
from game.explain.speech import Speaker
from game.explain.tale import decisions
from game.explain.what_if import fork
from game.explain.why import Explainer, Reason
from game.plain.page import standing
from game.session.branch import Branch
from game.session.recording import MOST_NAME
from game.session.session import Session

STOCKS = ("firms", "skill", "trust", "know_how")
WAYS = {"without": None, "later": 4, "earlier": -4}
NEAR_EXIT = ("firms", "mean_margin", "profit")


def causes(reason: Reason, speaker: Speaker, most: int = 8) -> list[str]:
    """Say why a number moved: one sentence, then causes that add up, each with the decisions behind it."""
    say, number = speaker.words, reason.number
    lines = [speaker.sentence(reason)]
    for part in reason.largest(most):
        lines.append(f"  {speaker.contribution(reason, part)}")
        for decision, amount in part.decided:
            kind, _, id_ = decision.partition(".")
            name = speaker.policy(id_) if kind == "policy" else speaker.event(id_)
            lines.append("    " + say("why.part", name=name, amount=speaker.change(number, amount)))
    total = speaker.change(number, reason.moved)
    return [*lines, "  " + say("why.part", name=say("story.adds_up"), amount=total)]


def cards(found: Sequence[str], session: Session, speaker: Speaker) -> list[str]:
    """Tell each card that was named: how it is asked for, what it shifts, and where it runs or what it takes."""
    lines = []
    for policy in session.rules.setup.policies:
        if policy.id in found:
            state, moves = standing(session, speaker, policy), speaker.shifts(session.cards[policy.id])
            told = speaker.words("read.card", name=speaker.policy(policy.id), about=state, state=moves)
            lines.append(f"  card {policy.id} · {told}")
    return lines


def decided(reason: Reason, most: int = 8) -> list[str]:
    """List the cards behind a number's largest causes."""
    behind = [decision.partition(".") for part in reason.largest(most) for decision, _ in part.decided]
    return [id_ for kind, _, id_ in behind if kind == "policy"]


def grounds(reason: Reason, session: Session, speaker: Speaker) -> list[str]:
    """Say what the number's main cause rests on, which cards move it, and how many firms stand near the exit."""
    say, cause = speaker.words, reason.main.cause if reason.main else ""
    card = concept_of(cause, reason.number, library.concepts(), session.cards)
    lines, named = [], decided(reason)
    if card is not None:
        lines.append("  " + say("why.part", name=say("ui.the_concept"), amount=card.name[speaker.language]))
        standing = say(f"why.standing.{card.evidence[0].standing}")
        lines.append("  " + say("why.part", name=say("why.happens"), amount=standing))
        strength = say(f"why.standing.{strength_of(cause)}")
        lines.append("  " + say("why.part", name=say("why.strongly"), amount=strength))
    if reason.scope is None:
        trial = Trial(session.branch.snapshots[reason.at])
        trial.work()
        for mover in trial.movers(reason.number)[:5]:
            named.append(mover.policy)
            way = f"{'up' if mover.effect > 0 else 'down'}_{'soon' if mover.soon else 'slow'}"
            moved = say("why.part", name=speaker.policy(mover.policy), amount=say(f"why.move.{way}"))
            lines.append("  " + say("why.part", name=say("ui.what_moves_it"), amount=moved))
        if reason.number in NEAR_EXIT:
            found = danger(session.branch.snapshots[reason.at])
            lines.append("  " + say("why.near_exit_text", count=found.falling, all=len(found.left)))
    return lines + cards(named, session, speaker)


def measured(branch: Branch) -> list[Link]:
    """Measure every link of the region as it stands."""
    found = CausalMap(branch.region)
    found.work()
    return found.links


def neighbours(branch: Branch, number: str, speaker: Speaker) -> list[str]:
    """Tell what moves a number directly, and what it moves."""
    before, after = around(measured(branch), number)
    lines = [f"  {told(speaker, link)}" for link in (*before, *after)]
    return [speaker.name(number), *(lines or ["  " + speaker.words("why.around_none")])]


def stocks(branch: Branch, explainer: Explainer, since: int, speaker: Speaker) -> list[str]:
    """Tell what flowed in and out of the four stocks."""
    say, lines = speaker.words, [speaker.words("why.stock_about")]
    for number in STOCKS:
        reason = explainer.why(branch, number, since, branch.quarter)
        sums = [sum(abs(p.amount) for p in reason.contributions if p.amount * sign > 0) for sign in (1, -1)]
        inflow, outflow = (speaker.change(number, value).lstrip("+") for value in sums)
        span = speaker.span(reason.at - since)
        lines.append("  " + say("why.stock_told", name=speaker.name(number), span=span, inflow=inflow, outflow=outflow))
        lines += [f"    {speaker.contribution(reason, part)}" for part in reason.largest(6)]
    return lines


def whole(branch: Branch, speaker: Speaker) -> list[str]:
    """Tell every link of the model, and when this run gave evidence of it."""
    say = speaker.words
    links = [link for link in measured(branch) if link.mechanism != COUNTED]
    when = seen(branch, links)
    lines = [say("why.map_about", seen=len(when), all=len(links))]
    for link in sorted(links, key=lambda one: (label(speaker, one.cause), label(speaker, one.effect))):
        sentence = told(speaker, link)
        lines.append("  " + (say("why.map_seen", sentence=sentence, when=speaker.date(when[link])) if link in when
                             else say("why.map_not_seen", sentence=sentence)))  # fmt: skip
    return lines


def what_if(session: Session, speaker: Speaker, decision: int, way: str) -> list[str]:
    """Take a decision away, or move it by a year, and tell where the main numbers would stand."""
    done = decisions(session, speaker)
    say = speaker.words
    if not done:
        return [say("why.fork_none")]
    if not 1 <= decision <= len(done) or way not in WAYS:
        listed = [f"  {k + 1}. {speaker.date(quarter)} {what}" for k, (quarter, what) in enumerate(done)]
        return [say("why.fork_about"), *listed, say("read.fork_how")]
    name = say(f"why.fork_name.{way}", what=done[decision - 1][1])
    found = fork(session, decision - 1, WAYS[way], name[:MOST_NAME])
    found.work(found.until)
    lines = [name]
    for number in ("firms", "employment", "mean_margin", "variety", "trust", "lock_in"):
        here, there = (float(line.region.history.last(number)[0]) for line in (session.branch, found.branch))
        told_there, told_here = speaker.value(number, there), speaker.value(number, here)
        lines.append("  " + say("why.fork_result", number=speaker.name(number), there=told_there, here=told_here))
    if found.refused:
        lines.append("  " + say("why.fork_refused", count=len(found.refused)))
    return lines
