"""The rival region: it bids for the same footloose firms, and copies what works here.

Theory: regions that bid against each other hand the gain to the firms (Slattery; most would have gone elsewhere
without the bid), and what one region gains another loses: the race can be won and is worth little. Programmes that
work are visited and copied.
Claim: an offer draws firms until it is matched; then it only costs.
Boundary: one rival stands for all; it matches offers, and never makes the first.
"""

from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Now, Values
from game.simulation.parameter import Parameter

READS = ("rival_bid", "offer", "strength")
CHANGES = {"rival_bid": ("matching",), "rival_strength": ("copying",)}
PARAMETERS = {
    "answer": Parameter(0.12, 0.0, 0.5, "share of the gap to our offer closed a quarter", "design"),
    "zeal": Parameter(1.0, 0.0, 1.5, "how far it matches an offer", "slattery"),
    "copying": Parameter(0.0002, 0.0, 0.002, "rise of rivals' attraction a quarter per programme of ours", "design"),
}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """The rival answers our offer, and learns from our programmes."""
    changes: Changes = {("rival_bid", "matching"): p.answer * (p.zeal * now.offer - now.rival_bid)}
    if now.strength.any():
        programmes = now.strength.sum(axis=(-1, -2))
        changes["rival_strength", "copying"] = p.copying * programmes
    return changes
