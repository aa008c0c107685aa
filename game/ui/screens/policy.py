"""One policy: what it costs, when it works, where it acts, what it shifts, and what was found where it was tried."""

from functools import partial

import pygame

from game.content import numbers
from game.simulation.actions import Adjust, Enact, Quote, Refusal, Repeal
from game.ui import preview_part
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.map_view import MapView
from game.ui.playing import Playing
from game.ui.region.desk import index
from game.ui.screen import Pop, Screen, Turn
from game.ui.screens import card_page
from game.ui.typeset import BODY, HEADING, SMALL


class PolicySheet(Screen):
    """A sheet with one card, where it can be started, resized and stopped."""

    sheet = True

    def __init__(self, playing: Playing, policy: str, view: MapView) -> None:
        self.playing, self.view = playing, view
        self.card = playing.session.cards[policy]
        self.number = index(playing, policy)
        self.size = 1
        self.site = self._busiest() if self.card.placed else 0
        if self.running:
            self.size = round(self.running)

    def _busiest(self) -> int:
        """Return the place with the most firms among those where it does not run yet."""
        state = self.playing.session.branch.region.state
        counts = [int((state.alive[0] & (state.place[0] == site)).sum()) for site in range(state.running.shape[2])]
        free = [site for site in range(len(counts)) if not state.running[0, self.number, site]]
        return max(free or range(len(counts)), key=lambda site: counts[site])

    @property
    def running(self) -> float:
        """The size it runs at, at the chosen place."""
        return float(self.playing.session.branch.region.state.running[0, self.number, self.site])

    # --- drawing -----------------------------------------------------------------------------------------------

    def draw(self, kit: Kit) -> None:
        """Draw the card at the left, what can be done at the right."""
        inner = sheet(kit, 1500, 1000, "", "policy", "policy side")
        narrow = inner.width < kit.tx(900)
        left = inner.width if narrow else round(inner.width * 0.56)
        # Where it reaches the sheet's right edge it begins below the way out.
        below = kit.px(8) + kit.tx(24)
        down = below if narrow else 0
        room = pygame.Rect(inner.x, inner.y + down, left, inner.height - down)
        with kit.scrolling("policy", room) as drawn:
            y = card_page.about(
                kit, self.playing, self.card, pygame.Rect(room.x, drawn[0], room.width - kit.px(20), room.height)
            )
            if narrow:
                y = self._act(kit, pygame.Rect(room.x, y + kit.px(20), room.width - kit.px(20), room.height))
            drawn.append(y)
        if not narrow:
            x = room.right + kit.px(20)
            kit.hairline((x, inner.y), (x, inner.bottom))
            side = pygame.Rect(x + kit.px(32), inner.y + below, inner.right - x - kit.px(32), inner.height - below)
            with kit.scrolling("policy side", side) as drawn:
                drawn.append(
                    self._act(kit, pygame.Rect(side.x, drawn[0] + kit.px(12), side.width - kit.px(14), side.height))
                )

    # --- acting ------------------------------------------------------------------------------------------------

    def _act(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw place, size and the buttons; returns where it ends."""
        y = room.y
        if self.card.placed:
            y = self._places(kit, room, y) + kit.px(16)
        if self.card.sizes > 1:
            y = self._sizes(kit, room, y) + kit.px(16)
        answer = self.playing.session.quote(self._action())
        speaker = self.playing.speaker
        ok = isinstance(answer, Quote)
        if isinstance(answer, Quote):
            text = speaker.quote(answer)
            if answer.support:
                text += (
                    kit.words("read.comma") + f"{speaker.name('support')} {speaker.change('support', answer.support)}"
                )
        else:
            text = speaker.refusal(answer)
        if not (self.running and isinstance(answer, Refusal) and answer.reason == "no_change"):
            y += kit.paragraph(text, (room.x, y), room.width, BODY, kit.theme.ink if ok else kit.theme.accent) + kit.px(
                10
            )
        y = self._buttons(kit, room, y, ok)
        if ok:
            branch = self.playing.session.branch
            weighed = self.playing.futures.weigh(kit.workers, branch, self._action())
            y = preview_part.draw(kit, self.playing, weighed, room, y + kit.px(4))
        y += kit.paragraph(kit.words("ui.can_be_undone"), (room.x, y), room.width, SMALL, kit.theme.ink2)
        return y

    def _action(self) -> Enact | Adjust:
        policy = self.card.id
        return Adjust(policy, self.site, self.size) if self.running else Enact(policy, self.site, self.size)

    def _buttons(self, kit: Kit, room: pygame.Rect, y: int, ok: bool) -> int:
        """Draw start, change and stop."""
        if not self.running:
            policy = self.playing.session.rules.setup.policies[self.number]
            label = kit.words("ui.start_for", price=self.playing.speaker.money(policy.price * self.size))
            at = kit.button(
                label,
                (room.x + kit.px(4), y),
                "start",
                self._do,
                main=ok,
                on=ok,
                room=min(room.width - kit.px(8), kit.tx(320)),
            )
            return at.bottom + kit.px(14)
        state = self.playing.session.branch.region.state
        strength = float(state.strength[0, self.number, self.site])
        kit.text(
            kit.words("ui.taken_hold", share=numbers.percent(strength / max(self.running, 1e-9))), (room.x, y), BODY
        )
        y += kit.line_height() + kit.px(10)
        if self.card.sizes > 1 and self.size != round(self.running):
            at = kit.button(
                kit.words("ui.change_size", size=self.size), (room.x + kit.px(4), y), "adjust", self._do, main=ok, on=ok
            )
            y = at.bottom + kit.px(10)
        at = kit.button(kit.words("ui.stop_it"), (room.x + kit.px(4), y), "stop", self._stop)
        return at.bottom + kit.px(14)

    def _places(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Draw the places to choose from, with how many firms each has and where it runs already."""
        kit.text(kit.words("ui.where"), (room.x, y), HEADING)
        y += kit.line_height(HEADING) + kit.px(6)
        state = self.playing.session.branch.region.state
        tall = max(kit.tx(44), 34)
        for site in range(len(self.playing.session.level.map.places)):
            row = pygame.Rect(room.x + kit.px(4), y, room.width - kit.px(8), tall)
            hot = kit.spot(row, f"site {site}", partial(self._choose, site))
            chosen = site == self.site
            if chosen or hot:
                pygame.draw.rect(
                    kit.surface, kit.theme.ink if chosen else kit.theme.hairline, row, border_radius=kit.px(8)
                )
            ink = kit.theme.paper if chosen else kit.theme.ink
            middle = row.centery - kit.line_height() / 2
            kit.icon("place", (row.x + kit.tx(10), row.centery - kit.tx(10)), 20, ink)
            count = int((state.alive[0] & (state.place[0] == site)).sum())
            runs = (
                kit.words("ui.runs")
                if state.running[0, self.number, site]
                else kit.words("ui.count_firms", count=count)
            )
            end = kit.text(runs, (row.right - kit.tx(12), middle), SMALL, ink, "right")
            kit.text(
                self.playing.speaker.place(site),
                (row.x + kit.tx(42), middle),
                BODY,
                ink,
                room=end.x - row.x - kit.tx(52),
            )
            y += tall + kit.px(4)
        return y

    def _sizes(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Draw the sizes to choose from."""
        kit.text(kit.words("ui.how_large"), (room.x, y), HEADING)
        y += kit.line_height(HEADING) + kit.px(6)
        side = max(kit.tx(46), 36)
        for size in range(1, self.card.sizes + 1):
            box = pygame.Rect(room.x + kit.px(4) + (size - 1) * (side + kit.px(10)), y, side, side)
            hot = kit.spot(box, f"size {size}", partial(self._resize, size))
            chosen = size == self.size
            pygame.draw.rect(kit.surface, kit.theme.ink if chosen else kit.theme.card, box, border_radius=kit.px(8))
            pygame.draw.rect(kit.surface, kit.theme.ink if hot else kit.theme.ink3, box, 1, kit.px(8))
            at = (box.centerx, box.centery - kit.line_height(HEADING) / 2)
            kit.text(str(size), at, HEADING, kit.theme.paper if chosen else kit.theme.ink, "middle")
        kit.text(
            kit.words("ui.less_and_less"),
            (room.x + self.card.sizes * (side + kit.px(10)) + kit.px(10), y + kit.tx(8)),
            SMALL,
            kit.theme.ink2,
            room=room.width - self.card.sizes * (side + kit.px(10)) - kit.px(10),
        )
        return y + side

    def _choose(self, site: int) -> Turn | None:
        self.site = site
        self.size = round(self.running) or 1
        return None

    def _resize(self, size: int) -> Turn | None:
        self.size = size
        return None

    def _do(self) -> Turn | None:
        return Pop() if self.playing.do(self._action()) is None else None

    def _stop(self) -> Turn | None:
        return Pop() if self.playing.do(Repeal(self.card.id, self.site)) is None else None
