"""What a debrief in the window knows: the run, what has been found out so far, what was kept, what is chosen."""

from dataclasses import dataclass, field

from game.explain import mastery
from game.explain.debrief import Measure, measures
from game.explain.findings import LEAST, Findings
from game.lab import company, debriefing
from game.lab.workers import Workers
from game.session import progress, store
from game.session.album import Album, Kept
from game.session.notebook import Marks
from game.ui.draft import Draft
from game.ui.playing import Playing

ASKED = "debrief"


@dataclass
class Talk:
    """One debrief.

    Attributes:
        playing: The run.
        album: What was kept of the level.
        earlier: Runs of it before this one.
        draft: The intention being written.
        kept: The intention as it was kept last.
        found: What has been found out so far.
        chosen: Which measure the decisions are ranked by.
        short: Whether only the main points are shown.
        trouble: A sentence about something that could not be done, or that was.
        stopped: Whether the computing was stopped.
    """

    playing: Playing
    album: Album = field(init=False)
    earlier: tuple[Kept, ...] = ()
    draft: Draft = field(init=False)
    kept: str = field(init=False)
    found: Findings | None = None
    chosen: str = ""
    short: bool = False
    trouble: str = ""
    stopped: bool = False
    _asked: str = ""
    _marks: tuple[str, dict[str, Marks]] | None = None
    _done: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        session = self.playing.session
        self.album = Album.of(session.level.id)
        own = session.branch.digests[session.quarter]
        self.earlier = tuple(one for one in self.album.runs if one.digest != own)
        self.kept = progress.of(session.level.id).intention
        self.draft = Draft(self.kept, progress.MOST_INTENTION)

    @property
    def enough(self) -> bool:
        """Whether enough has happened to talk about."""
        return self.playing.session.quarter >= LEAST

    @property
    def moment(self) -> str:
        """Name the run as it is: another line of time is another debrief."""
        return f"{self.playing.session.current} {self.playing.session.quarter}"

    def look(self, workers: Workers | None) -> None:
        """Ask, and take what has come."""
        if workers is None or not self.enough:
            return
        if self._asked != self.moment and not self.stopped:
            self._asked, self.found = self.moment, None
            workers.ask(ASKED, debriefing.question(debriefing.Run.of(self.playing.session)))
        if not workers.busy(ASKED):
            return
        done = workers.progress(ASKED)
        if done != self._done:
            self._done, self.found = done, workers.so_far(ASKED) or self.found
        whole = workers.poll(ASKED)
        if whole is not None:
            self.found, self._done = whole, (0, 0)
            self._remember(whole)

    def working(self, workers: Workers | None) -> tuple[int, int] | None:
        """Return how far the work is; None when there is none."""
        return workers.progress(ASKED) if workers is not None and workers.busy(ASKED) else None

    def stop(self, workers: Workers | None) -> None:
        """Stop computing; what has come stays."""
        if workers is not None:
            workers.forget(ASKED)
        self.stopped, self.trouble = True, self.playing.speaker.words("debrief.stopped")

    def go_on(self) -> None:
        """Compute after all."""
        self.stopped, self._asked, self.trouble = False, "", ""

    def marks(self) -> dict[str, Marks]:
        """Return how far each concept was met in this run."""
        if self._marks is None or self._marks[0] != self.moment:
            self._marks = self.moment, mastery.of_one(self.playing.session.record())
        return self._marks[1]

    def measure(self) -> Measure:
        """Return what the decisions are ranked by."""
        asked = measures(self.playing.session, self.playing.speaker)
        return next((one for one in asked if one.key == self.chosen), asked[0])

    def keep_intention(self) -> None:
        """Keep what was written, once it has changed."""
        if self.draft.text == self.kept:
            return
        self.kept = self.draft.text
        try:
            progress.intend(self.playing.session.level.id, self.kept)
        except store.NotWritable as error:
            self._untold(error)

    def _remember(self, found: Findings) -> None:
        """Keep company and this run for later debriefs."""
        session, held = self.playing.session, found.held
        counts = (held.kept, held.among, held.kept_decided, held.among_decided)
        if found.company is not None:
            if not session.worked:  # what an example began is no run to be measured by
                self.album.add(session, found.company.metrics, counts)
            try:
                company.keep(session.level, session.seed, found.company)
            except store.NotWritable as error:
                self._untold(error)
        self._save()

    def _save(self) -> None:
        try:
            self.album.save()
        except store.NotWritable as error:
            self._untold(error)

    def _untold(self, error: store.NotWritable) -> None:
        self.trouble = self.playing.speaker.words("saves.not_writable", path=error.path, cause=error.cause)
