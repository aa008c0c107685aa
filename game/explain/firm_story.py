"""A firm in one sentence: what it makes and since when, whom it came from, how it is doing, and why."""

from game.content import numbers
from game.explain.speech import Speaker
from game.simulation.region import Region
from game.simulation.state import ORIGINS

EVEN = 0.005
"""A margin this close to the region's is told as usual."""


def firm_story(region: Region, speaker: Speaker, row: int) -> str:
    """Tell a living firm's story in one sentence.

    Args:
        region: The region now.
        speaker: The language.
        row: Where it stands in the table of firms.
    """
    state, say = region.state, speaker.words
    firm, parent = int(state.firm[row]), int(state.parent[row])
    margin = _shares(region, row)["margin"]
    came = say(
        f"firm_story.{ORIGINS[int(state.origin[row])]}", founder=speaker.founder(firm),
        parent=speaker.firm(parent) if parent >= 0 else "",
    )  # fmt: skip
    return say(
        "firm_story.keeps" if margin >= 0 else "firm_story.loses", firm=speaker.firm(firm), came=came,
        product=_within(speaker, float(state.style[row])), place=speaker.place(int(state.place[row])),
        year=speaker.level.date_of(max(int(state.born[row]), 0))[0], margin=numbers.percent(abs(margin)),
        reason=say(f"firm_story.because.{reason(region, row)}", place=speaker.place(int(state.place[row]))),
    )  # fmt: skip


def reason(region: Region, row: int) -> str:
    """Name what sets a firm's margin apart from the region's: the largest part of the difference in its direction.

    The parts are those of the account (price over cost, fixed cost, rent, aid, tax), each as a share of sales, so
    they add up to the difference.
    """
    own, usual = _shares(region, row), _shares(region, None)
    apart = own["margin"] - usual["margin"]
    if abs(apart) < EVEN:
        return "usual"
    parts = {name: own[name] - usual[name] for name in ("price", "fixed", "rent", "aid")}
    largest = max(parts, key=lambda name: parts[name] * apart)
    if parts[largest] * apart <= 0:
        return "usual"
    better = apart > 0
    if largest == "price":
        return _of_price(region, row, better)
    return f"{largest}_{'good' if better else 'bad'}"


def _of_price(region: Region, row: int, better: bool) -> str:
    """Say whether a price is good or bad for want of copies, or for its cost."""
    crowding = region.flows["crowding"]
    copies, usual = float(crowding[row]), float(crowding.mean())
    if (copies < usual) == better and abs(copies - usual) > 0.1 * usual:
        return "few_copies" if better else "many_copies"
    return "price_good" if better else "price_bad"


def _shares(region: Region, row: int | None) -> dict[str, float]:
    """Return a firm's account as shares of its sales; with no row, that of all firms together."""
    who = slice(None) if row is None else [row]
    flows, sales = region.flows, max(float(region.state.size[who].sum()), 1e-6)
    lines = {"price": flows["gross"], "fixed": -flows["fixed"], "rent": -flows["rent_paid"], "aid": flows["aid"],
             "tax": -flows["tax"], "margin": flows["profit"]}  # fmt: skip
    return {name: float(line[who].sum()) / sales for name, line in lines.items()}


def _within(speaker: Speaker, style: float) -> str:
    """Write a product as it stands within a sentence: small, unless it is an abbreviation."""
    name = speaker.product(style)
    return name if speaker.language == "zh" or name[:2].isupper() else name[:1].lower() + name[1:]
