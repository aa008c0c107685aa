"""What is wrong with a file of facts beyond its form: names that do not exist, numbers out of range, no band."""

from collections.abc import Iterator

from game.content.complaint import Fault
from game.content.level_checks import check_mechanisms
from game.content.vocabulary import Vocabulary, check_name
from game.lab.facts_settings import FactFile, Trial
from game.simulation.registry import LEVERS


def check_facts(file: FactFile, vocabulary: Vocabulary, statistics: tuple[str, ...]) -> Iterator[Fault]:
    """Find names that do not exist, numbers out of range, and bands upside down."""
    for k, fact in enumerate(file.facts):
        for name in (fact.statistic, *fact.beside):
            yield from check_name(("facts", k, "statistic"), "statistic", name, statistics)
        if fact.low is None and fact.high is None:
            yield Fault(("facts", k, "low"), "expected_number", {"found": None})
        for t, trial in enumerate(fact.trials):
            for fault in _check_trial(trial, vocabulary):
                yield Fault(("facts", k, "trials", t, *fault.steps), fault.rule, fault.values)


def _check_trial(trial: Trial, vocabulary: Vocabulary) -> Iterator[Fault]:
    yield from check_mechanisms(trial.parameters, vocabulary)
    for k, shift in enumerate(trial.shifts):
        yield from check_name(("shifts", k, "lever"), "lever", shift.lever, tuple(LEVERS))
    for k, step in enumerate(trial.programmes):
        yield from check_name(("programmes", k, "policy"), "policy", step.policy or "", tuple(vocabulary.policies))
