"""Finds and reads everything authored: cards, concepts, words and levels; complaints where it cannot."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from game.content import level_ids, mending
from game.content.card_checks import check_concept_card, check_policy_card
from game.content.citations import sources
from game.content.complaint import Complaint, Fault, has_errors
from game.content.concept_card import ConceptCard
from game.content.grading import Grading, check_grading
from game.content.industry_profile import IndustryProfile, check_industry_profile
from game.content.level import Level
from game.content.level_checks import check_level
from game.content.model_faults import keys_of, validate
from game.content.paper import Dispute, TourStop, check_dispute, check_stop
from game.content.plan import Plan, Stage, check_plan
from game.content.policy_card import PolicyCard
from game.content.question import QuestionPair, check_question
from game.content.vocabulary import Vocabulary
from game.content.words import FOLDER as WORDS
from game.content.words import LANGUAGES, compare, flatten
from game.content.yaml_lines import Document, read
from game.simulation.indicators import INDICATORS
from game.simulation.registry import PARAMETERS

POLICIES = Path(__file__).parent / "policies"
CONCEPTS = Path(__file__).parent / "concepts"
INDUSTRIES = Path(__file__).parent / "industries"
TOUR = Path(__file__).parent / "tour"
DISPUTES = Path(__file__).parent / "disputes"
QUESTIONS = Path(__file__).parent / "questions"
LEVELS = Path(__file__).parents[2] / "levels"

Model = TypeVar("Model", bound=BaseModel)
Check = Callable[[Any, Vocabulary], Iterator[Fault]]


@dataclass(frozen=True)
class LevelFile:
    """A level file: the level when it can be played, and what is wrong with it."""

    path: Path
    level: Level | None
    complaints: tuple[Complaint, ...]


@cache
def policies() -> Mapping[str, PolicyCard]:
    """Return the game's policy cards by id; a broken card is left out (``check`` says why)."""
    found = (_plain(path, PolicyCard) for path in _yaml_files(POLICIES))
    return {card.id: card for card in found if card is not None}


@cache
def concepts() -> Mapping[str, ConceptCard]:
    """Return the game's concept cards by id; a broken card is left out (``check`` says why)."""
    found = (_plain(path, ConceptCard) for path in _yaml_files(CONCEPTS))
    return {card.id: card for card in found if card is not None}


@cache
def tour() -> tuple[TourStop, ...]:
    """Return the stops of the tour through the paper, in its order."""
    return tuple(stop for path in _yaml_files(TOUR) for stop in [_plain(path, TourStop)] if stop is not None)


@cache
def disputes() -> tuple[Dispute, ...]:
    """Return the open questions, and what this game assumes of each."""
    found = (_plain(path, Dispute) for path in _yaml_files(DISPUTES))
    return tuple(dispute for dispute in found if dispute is not None)


@cache
def industries() -> Mapping[str, IndustryProfile]:
    """Return the profiles of industries by id; a broken one is left out (``check`` says why)."""
    found = (_plain(path, IndustryProfile) for path in _yaml_files(INDUSTRIES))
    return {profile.id: profile for profile in found if profile is not None}


@cache
def questions() -> Mapping[str, QuestionPair]:
    """Return the bank of questions, pairs by id; a broken pair is left out (``check`` says why)."""
    found = (_plain(path, QuestionPair) for path in _yaml_files(QUESTIONS))
    return {pair.id: pair for pair in found if pair is not None}


@cache
def vocabulary() -> Vocabulary:
    """Return every name that content may use."""
    # A concept's id is the name of its file, so naming one does not need reading them all.
    return Vocabulary(
        parameters=PARAMETERS,
        indicators=INDICATORS,
        policies=policies(),
        concepts=tuple(path.stem for path in _yaml_files(CONCEPTS)),
        sources=tuple(sources()),
        industries={name: profile.mechanisms for name, profile in industries().items()},
    )


def load_level(path: Path) -> LevelFile:
    """Read one level file. Never raises."""
    document = read(path)
    level, faults = _checked(document, Level, check_level)
    complaints = tuple(document.complaint(fault) for fault in faults)
    return LevelFile(path, None if has_errors(complaints) else level, complaints)


def load_plan(path: Path, level: Level) -> tuple[Plan | None, tuple[Complaint, ...]]:
    """Read a plan for a level. Never raises."""
    document = read(path)
    stage = Stage(
        quarters=None,  # a plan may run on past the level's own end
        places=[place.id for place in level.map.places],
        events=level.events,
        allowed=[policy for policy in policies() if level.allows(policy)],
        due=level.due(),
    )

    def check(plan: Plan, words: Vocabulary) -> Iterator[Fault]:
        return check_plan(plan.steps, words, stage)

    plan, faults = _checked(document, Plan, check)
    complaints = tuple(document.complaint(fault) for fault in faults)
    return None if has_errors(complaints) else plan, complaints


def load_grading(path: Path) -> tuple[Grading | None, tuple[Complaint, ...]]:
    """Read how a class's hand-ins are weighed. Never raises."""
    document = read(path)
    grading, faults = _checked(document, Grading, check_grading)
    complaints = tuple(document.complaint(fault) for fault in faults)
    return None if has_errors(complaints) else grading, complaints


def level_files(folder: Path = LEVELS) -> list[Path]:
    """List the level files of a folder, lessons first by their numbers."""
    return _yaml_files(folder)


def find_level(name: str, folder: Path = LEVELS) -> Path | None:
    """Find a level by the path of its file, the name of its file, or its id."""
    path = Path(name)
    if path.suffix in (".yaml", ".yml"):
        return path
    files = level_files(folder)
    by_name = {file.stem: file for file in files}
    return by_name.get(name) or level_ids.files(folder).get(name)


def names_of_levels(folder: Path = LEVELS) -> tuple[str, ...]:
    """List the ids that ``find_level`` knows."""
    return tuple(level_ids.files(folder))


def check_file(path: Path) -> list[Complaint]:
    """Find every mistake in one file, whatever kind it is."""
    document = read(path)
    if path.resolve().parent == WORDS:
        return [document.complaint(fault) for fault in _check_words(path, document)]
    model, check = _kind_of(path, document)
    _, faults = _checked(document, model, check)
    if model is Level:
        faults += level_ids.taken(path, document.content)
    return [document.complaint(fault) for fault in faults]


def every_file() -> list[Path]:
    """List everything that ``check`` reads when no file is named."""
    folders = (POLICIES, CONCEPTS, INDUSTRIES, TOUR, DISPUTES, QUESTIONS, WORDS)
    own = [path for folder in folders for path in _yaml_files(folder)]
    return [*level_files(), *own]


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _plain(path: Path, model: type[Model]) -> Model | None:
    return validate(model, read(path).content)[0]


def _checked(document: Document, model: type[Model], check: Check) -> tuple[Model | None, list[Fault]]:
    """Check a document's form, and what it says; where the form is broken, what the sound parts say."""
    faults = list(document.faults)
    if document.content is None:
        return None, faults
    found, more = validate(model, document.content)
    # A block that cannot be read may have swallowed the next one's key: nothing is said of what is not there.
    lost = [(key,) for key in keys_of(model) if key not in document.content] if document.lost else []
    faults += [fault for fault in more if fault.steps[:1] not in lost]
    read_as, places = (found, []) if found is not None else mending.mended(model, document.content, more)
    if read_as is not None:
        places += [*lost, *(fault.steps for fault in document.faults if fault.steps)]
        meant = check(read_as, vocabulary())
        faults += [fault for fault in meant if not mending.misled(fault, places)]
    return found, faults


def _kind_of(path: Path, document: Document) -> tuple[type[BaseModel], Check]:
    """Tell cards, concepts and plans from levels, by where they lie or what they hold."""
    folder = path.resolve().parent.name
    content = document.content
    keys = {*content, *document.lost} if isinstance(content, dict) else set()
    for name, holds, model, check in _KINDS:
        if folder == name or (holds and holds <= keys):
            return model, check
    if isinstance(content, list):
        return Plan, lambda plan, words: check_plan(plan.steps, words)
    return Level, check_level


_KINDS: tuple[tuple[str, set[str], type[BaseModel], Check], ...] = (
    ("policies", {"family", "shifts"}, PolicyCard, check_policy_card),
    ("concepts", {"what", "notice"}, ConceptCard, check_concept_card),
    ("tour", set(), TourStop, check_stop),
    ("disputes", set(), Dispute, check_dispute),
    ("questions", {"a", "b"}, QuestionPair, check_question),
    ("grading", {"weights"}, Grading, check_grading),
    ("industries", {"about", "shows"}, IndustryProfile, check_industry_profile),
)
"""Folder, keys that give it away, and what such a file is."""


def _check_words(path: Path, document: Document) -> list[Fault]:
    """Compare one language's words with the others'."""
    texts, faults = flatten(document.content)
    for other in LANGUAGES:
        if other != path.stem:
            there, _ = flatten(read(WORDS / f"{other}.yaml").content)
            faults += compare(texts, there, other)
    return [*document.faults, *faults]
