"""How each number is shown: as a count, a share, money or an index, and how precisely."""

from typing import Literal

Kind = Literal["count", "share", "ratio", "money", "index", "signed_index", "decimal"]

IN_PERCENT = ("share", "ratio")
"""Kinds written in percent: a share ends at 100 %, a ratio to what is ordinary does not."""

KINDS: dict[str, Kind] = {
    **dict.fromkeys(
        (
            "firms", "employment", "moved_jobs", "country_jobs",
            "entries", "exits", "spinoffs", "attracted", "refused", "product_innovations",
            "process_innovations", "scandals", "cumulative_output",
        ),
        "count",
    ),
    **dict.fromkeys(
        (
            "mean_margin", "markup", "variety", "trust", "cheating", "lock_in", "openness", "skilled_share",
            "new_branch_share", "suppliers", "ties", "market_share", "support", "p_formative", "p_growth",
            "p_maturity", "p_petrified", "p_renewal", "shaking_out", "relational", "hierarchical",
        ),
        "share",
    ),
    **dict.fromkeys(("treasury", "upkeep", "profit", "cash"), "money"),
    **dict.fromkeys(("reputation", "skill", "rent"), "ratio"),
    **dict.fromkeys(("wage", "price", "unit_cost", "know_how", "productivity"), "index"),
    "quality_gap": "signed_index",
    **dict.fromkeys(
        ("revenue", "value_added", "crowding", "rung", "mean_size", "attention", "rival_bid"), "decimal"
    ),
}  # fmt: skip
"""Kind of every indicator, and of what only firms have."""

HIGH_IS_GOOD: dict[str, bool] = {
    **dict.fromkeys(
        (
            "firms", "employment", "revenue", "value_added", "productivity", "mean_margin", "profit", "variety",
            "trust", "reputation", "openness", "skilled_share", "skill", "rung", "quality_gap", "suppliers",
            "ties", "market_share", "treasury", "support", "know_how", "cash",
        ),
        True,
    ),
    **dict.fromkeys(("crowding", "cheating", "lock_in", "rent", "unit_cost", "exits", "scandals"), False),
}  # fmt: skip
"""Whether more is welcome; numbers that are neither are not listed."""

UNWELCOME_LEVERS = frozenset(
    {"accounts.tax_rate", "lock_in.protection", "reputation.accident", "upgrading.dominance", "exit.rescue"}
)
"""Levers of which more is a burden, or keeps alive what ought to change."""

CONCEPTS: dict[str, str] = {
    "firms": "entry", "employment": "agglomeration", "mean_margin": "crowding", "markup": "crowding",
    "variety": "variety", "crowding": "imitation", "trust": "trust", "cheating": "end_game",
    "reputation": "place_brand", "lock_in": "lock_in", "openness": "openness", "skilled_share": "training",
    "skill": "training", "wage": "labour_pool", "rent": "congestion", "suppliers": "division_of_labour",
    "rung": "upgrading", "new_branch_share": "second_flourishing", "revenue": "life_cycle", "profit": "crowding",
    "price": "imitation", "unit_cost": "division_of_labour", "quality_gap": "upgrading", "ties": "trust",
    "market_share": "agglomeration", "mean_size": "shake_out", "productivity": "agglomeration",
    "value_added": "upgrading", "support": "collective_action", "shaking_out": "shake_out",
    "relational": "hybrid_governance", "hierarchical": "hybrid_governance", "know_how": "tacit_knowledge",
}  # fmt: skip
"""The idea behind each number: the id of a concept card."""
