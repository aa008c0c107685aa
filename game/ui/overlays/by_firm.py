"""Overlays of firms: the trust each feels, how alike it is to others, and what it earns."""

from game.content import numbers
from game.explain.speech import Speaker, kind_of
from game.simulation.region import Region
from game.ui.overlays.reading import Look, Reading


def _values(region: Region, flow: str) -> dict[int, float]:
    """Return a flow of each living firm, by the firm's number."""
    state = region.state
    return dict(zip(state.firm.tolist(), region.flows[flow].tolist(), strict=True))


def _reading(
    speaker: Speaker, overlay: str, look: Look, steps: tuple[float, ...], firms: dict[int, float], **said: object
) -> Reading:
    scale = tuple(speaker.words(f"overlay.{overlay}.step_{k}") for k in range(len(steps) + 1))
    sentence = speaker.words(f"overlay.{overlay}.sentence", **said) if firms else speaker.words("overlay.nobody")
    return Reading(look, sentence, scale, steps, firms=firms)


def trust(region: Region, speaker: Speaker) -> Reading:
    """Read the trust each firm feels: the region's, and more the more it is woven in."""
    felt = _values(region, "felt_trust")
    if not felt:
        return _reading(speaker, "trust", "bars", (0.2, 0.4, 0.6, 0.8), felt)
    lowest = min(felt, key=lambda firm: (felt[firm], firm))
    return _reading(
        speaker, "trust", "bars", (0.2, 0.4, 0.6, 0.8), felt, firm=speaker.firm(lowest),
        mean=numbers.percent(sum(felt.values()) / len(felt)), least=numbers.percent(felt[lowest]),
    )  # fmt: skip


def likeness(region: Region, speaker: Speaker) -> Reading:
    """Read how many near copies each firm has."""
    copies, state = _values(region, "crowding"), region.state
    steps = (1.0, 4.0, 10.0, 20.0)
    if not copies:
        return _reading(speaker, "likeness", "bars", steps, copies)
    kinds = [kind_of(float(style)) for style in state.style]
    common = max(sorted(set(kinds)), key=kinds.count)
    share = kinds.count(common) / len(kinds)
    return _reading(
        speaker, "likeness", "bars", steps, copies, product=speaker.product(common / 8),
        mean=numbers.number(sum(copies.values()) / len(copies), 1), share=numbers.percent(share),
    )  # fmt: skip


def margins(region: Region, speaker: Speaker) -> Reading:
    """Read what each firm keeps of its sales."""
    state, profit = region.state, _values(region, "profit")
    sizes = dict(zip(state.firm.tolist(), state.size.tolist(), strict=True))
    kept = {firm: profit[firm] / max(sizes[firm], 1e-6) for firm in profit}
    steps = (-0.05, 0.0, 0.05, 0.12)
    if not kept:
        return _reading(speaker, "margins", "chevrons", steps, kept)
    best = max(kept, key=lambda firm: (kept[firm], -firm))
    return _reading(
        speaker, "margins", "chevrons", steps, kept, losing=sum(value < 0 for value in kept.values()),
        count=len(kept), firm=speaker.firm(best), most=numbers.percent(kept[best]),
    )  # fmt: skip
