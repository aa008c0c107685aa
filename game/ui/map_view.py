"""The living map: what a firm makes is its colour and roof, margin is light, trust is thread, lock-in is stone."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.content.level import Level
from game.explain.speech import Speaker
from game.session.branch import Branch
from game.ui.kit import Kit
from game.ui.map import glass, institutions, labels, movers, printing, rose
from game.ui.map.houses import House
from game.ui.map.landscape import seed_of
from game.ui.map.lens import STEP, Lens
from game.ui.map.looking import Looking
from game.ui.map.passing import Passing
from game.ui.map.picture import Painting, Picture, paint
from game.ui.map.plates import Plates
from game.ui.map.settling import Sheet
from game.ui.map.studio import Studio
from game.ui.overlays import drawing, legend
from game.ui.overlays.reading import Reading
from game.ui.screen import Turn
from game.ui.spot import Spot

Open = Callable[[int], Turn | None]
"""Opens a place or a firm, by its number."""


class MapView:
    """Draws a region's map; layers that did not change are kept."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.seed = seed_of(level.id)
        self.looking = Looking()
        self._sheet: Sheet | None = None
        self._plates: Plates | None = None
        self._settled: object = None
        self._made_for: object = None
        self._picture: Picture | None = None
        self.studio = Studio()
        self._passing: Passing | None = None
        self._quarter = 0
        self._reading: Reading | None = None
        self._spots: list[Spot] = []
        self._names_at: list[pygame.Rect] = []
        self._seated: object = None  # for which picture and which corners taken the towns' names found their rooms
        self.named: list[pygame.Rect] = []  # where the names of seas and hills stand
        self.covered = pygame.Rect(0, 0, 0, 0)  # where news lay on it a frame ago: no town's name stands there
        self._known: dict[int, Spot] = {}
        """The spot of each firm's house: most houses are where they were."""

    # --- for those who ask ---------------------------------------------------------------------------------------

    @property
    def sheet(self) -> Sheet:
        """The map laid out in its room."""
        if self._sheet is None:
            raise RuntimeError("a map is asked before it knows its room")
        return self._sheet

    @property
    def houses(self) -> list[House]:
        """Every house that stands for a living firm."""
        return self._sheet.houses if self._sheet else []

    @property
    def picture(self) -> Picture | None:
        """What was painted last."""
        return self._picture

    @property
    def printed(self) -> bool:
        """Whether the ground is whole, so that the next frame shows nothing more of it."""
        return self._plates is not None and self._plates.share == 1

    def place_at(self, site: int) -> tuple[float, float]:
        """Return where a place is seen on the map's picture."""
        return self.looking.lens.seen(*self.sheet.centres[site])

    def taken(self, kit: Kit, free: pygame.Rect) -> list[pygame.Rect]:
        """Return what a card on the map keeps off: towns with their houses and names, buttons, compass."""
        return [*self._towns(), glass.box(kit, free, self.looking.lens), rose.box(kit, free)]

    def _towns(self) -> list[pygame.Rect]:
        grounds = self._picture.grounds if self._picture else ()
        return [*(ground.move(self.looking.room.topleft) for ground in grounds), *self._names_at]

    # --- drawing -------------------------------------------------------------------------------------------------

    def draw(
        self, kit: Kit, rect: pygame.Rect, branch: Branch, digest: str, clock: float, running: bool,
        open_place: Open, open_firm: Open, tips: Callable[[int], str], speaker: Speaker,
        free: pygame.Rect | None = None,
    ) -> None:  # fmt: skip
        """Draw the region as it stands.

        Args:
            kit: Tools.
            rect: Where.
            branch: What, and what went before.
            digest: Changes whenever the region does.
            clock: Seconds the game has run, for what moves.
            running: Whether time passes.
            open_place: Opens a place.
            open_firm: Opens a firm, by its number.
            tips: A firm's tip.
            speaker: Says what an overlay shows.
            free: What of it nothing will cover, from the upper left corner: there are its buttons and its compass.
        """
        self._fit(rect)
        free = free or rect
        picture = self._current(kit, rect, branch, digest, clock, open_firm, speaker, running)
        self._show(kit, rect, picture, clock, running)
        before = kit.surface.get_clip()
        kit.surface.set_clip(rect)
        if self._reading is None:
            movers.pulse(kit.surface, picture.pulses, rect.topleft, clock, kit.theme, self.sheet.pen)
            movers.walk(kit.surface, picture.walks, rect.topleft, clock, kit.theme, self.sheet.pen)
        self._houses(kit, rect, picture, tips, speaker)
        marks = drawing.labels(kit, rect.topleft, self._reading, picture.grounds) if self._reading else []
        self.named = [box.move(rect.topleft) for box in picture.named]
        self._names(kit, rect, free, open_place, marks)
        kit.surface.set_clip(before)
        institutions.draw(kit, branch.region, self._names_at, self.sheet.away(self.looking.lens))
        self._tools(kit, free)
        printing.progress(kit, free, self._plates.share if self._plates else 0.0)

    def _fit(self, rect: pygame.Rect) -> None:
        """Fit the map into its room; a changed room seats everybody anew."""
        self.looking.room = rect
        if self._sheet is not None and self._sheet.size == rect.size:
            return
        self._sheet = Sheet(self.level.map, rect.size, self.seed)
        self._plates = Plates(self._sheet.map, self._sheet.view.frame, self.seed)
        self.looking.lens = Lens(rect.size)
        self._passing = None
        self._known.clear()

    def _current(self, kit: Kit, rect: pygame.Rect, branch: Branch, digest: str, clock: float, open_firm: Open,
                 speaker: Speaker, running: bool) -> Picture:  # fmt: skip
        """Return the picture, painted anew if anything in it changed."""
        plates, lens, chosen = self._plates, self.looking.lens, self.looking.overlay
        assert plates is not None
        printed = plates.print_on(lens, kit.theme)
        now = (digest, rect.topleft, rect.size)
        made_for = (now, kit.theme.name, kit.words.language, kit.type_scale, lens, printed, chosen and chosen.id)
        if self._picture is not None and self._made_for == made_for:
            return self._picture
        same_look = isinstance(self._made_for, tuple) and self._made_for[1:] == made_for[1:]
        old = self._picture if same_look and running else None
        begin = partial(self._painted, kit, branch, (now, lens.factor), speaker)
        made = self.studio.paint(made_for, begin, patient=old is not None)
        if made is None:
            assert old is not None
            return old
        moving = (made.rising, made.snapped) if branch.quarter == self._quarter + 1 else ((), ())
        self._passing = Passing(old.surface, clock, moving[0], moving[1], self.sheet.pen) if old else None
        self._made_for, self._picture, self._quarter = made_for, made, branch.quarter
        self._spots = [self._spot(rect, house, foot, width, open_firm) for house, foot, width in made.feet]
        return made

    def _painted(self, kit: Kit, branch: Branch, seated: object, speaker: Speaker) -> Painting:
        """Seat everybody, if somebody came or went, and paint."""
        assert self._plates is not None
        lens, chosen = self.looking.lens, self.looking.overlay
        if self._settled != seated:
            self.sheet.settle(branch, lens.factor)
            self._settled = seated
            yield
        self._reading = chosen.read(branch.region, speaker) if chosen else None
        ground = self._plates.ground(lens, kit.theme)
        return (yield from paint(kit, ground, self.sheet, lens, branch.region, self.seed, self._reading))

    def _spot(self, rect: pygame.Rect, house: House, foot: tuple[float, float], width: int, open_firm: Open) -> Spot:
        """Name the spot of a house; one that stands for several leads closer, where they part."""
        box = pygame.Rect(0, 0, width, width)
        box.midbottom = round(foot[0] + rect.x), round(foot[1] + rect.y)
        if len(house.firms) > 1:
            return Spot(box, f"firms {house.seat}", partial(self._closer, house), "", box.clip(rect), tab=False)
        known = self._known.get(house.firm)
        if known is None or known.rect != box:
            press = partial(open_firm, house.firm)
            known = self._known[house.firm] = Spot(box, f"firm {house.firm}", press, "", box.clip(rect), tab=False)
        return known

    def _show(self, kit: Kit, rect: pygame.Rect, picture: Picture, clock: float, running: bool) -> None:
        """Lay the picture down; while time runs the last gives way to it softly."""
        kit.surface.blit(picture.surface, rect)
        if self._passing is not None and running and kit.motion and not self._passing.over(clock):
            self._passing.draw(kit.surface, rect.topleft, clock, kit.theme)
        else:
            self._passing = None

    def _houses(self, kit: Kit, rect: pygame.Rect, picture: Picture, tips: Callable[[int], str], speaker: Speaker
                ) -> None:  # fmt: skip
        """Name the houses' spots; what is pointed at tells its story."""
        pointed = kit.several(self._spots)
        usual = 1 if self._reading else self.sheet.crowd.each  # said once beside the compass, where that is drawn
        if self.sheet.crowd.each > 1:
            labels.crowds(kit, rect.topleft, picture.feet, usual)
        if pointed is None:
            return
        house = picture.feet[pointed][0]
        tip = tips(house.firm) if len(house.firms) == 1 else speaker.words("map.several_tip", count=len(house.firms),
              product=speaker.product(house.kind / 8), place=speaker.place(house.place))  # fmt: skip
        spot = self._spots[pointed]._replace(tip=tip)
        kit.spots[kit.spots.index(self._spots[pointed])] = spot
        labels.pointed_at(kit, spot.rect)

    def _names(self, kit: Kit, rect: pygame.Rect, free: pygame.Rect, open_place: Open, marks: Sequence[pygame.Rect]
               ) -> None:  # fmt: skip
        """Write the towns' names; a town out of view has a sign at the edge that leads there."""
        named, away = self.sheet.map.places, self.sheet.away(self.looking.lens)
        feet = [self.looking.lens.seen(*foot) for foot in self.sheet.lowest]

        def press(site: int) -> Turn | None:
            there = self.looking.lens.centred(*self.sheet.centres[site])
            return self.looking.look(there) if away[site] else open_place(site)

        seated = (self._made_for, tuple(free), tuple(self.covered))
        if self._seated != seated:
            keep_off = [self.covered, glass.box(kit, free, self.looking.lens), rose.box(kit, free)]
            crowd = [*marks, *self.named, *(spot.rect for spot in self._spots)]
            self._seated, self._names_at = seated, labels.seats(kit, rect, named, feet, away, keep_off, crowd)
        labels.places(kit, rect, named, feet, self._names_at, self.sheet.counts, press, away)

    def _tools(self, kit: Kit, rect: pygame.Rect) -> None:
        """Draw what explains the map and moves it."""
        if self._reading is None:
            rose.rose(kit, rect, self.looking.lens.factor / self.sheet.view.km_per_pixel, self.sheet.crowd.each)
        glass.controls(kit, rect, self.looking.lens, self.looking.look, self.looking.list_overlays)

    def cards(self, kit: Kit, rect: pygame.Rect, taken: Sequence[pygame.Rect] = (), small: bool = False
              ) -> list[pygame.Rect]:  # fmt: skip
        """Draw what explains an overlay, folded on a ``small`` map, and the overlays' list; returns where they lie."""
        looking, overlay, lie = self.looking, self.looking.overlay, []
        if looking.choosing:
            lie.append(legend.chooser(kit, rect, overlay.id if overlay else "", looking.choose))
        if overlay is not None and self._reading is not None and self._picture is not None:
            tools = [glass.box(kit, rect, looking.lens)] * small
            shut, keep_off = partial(looking.choose, overlay.id), [*self._towns(), *taken, *lie, *tools]
            fold = legend.Fold(looking.unfolded, looking.unfold) if small else None
            lie.append(legend.legend(kit, rect, overlay, self._reading, shut, keep_off, fold))
        return lie

    def _closer(self, house: House) -> Turn | None:
        return self.looking.look(self.looking.lens.nearer(STEP**2, self.looking.lens.seen(*house.foot)))
