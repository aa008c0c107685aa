"""One policy: what it costs, when it works, where it acts, what it shifts, and what the futures say of it."""

from functools import partial

import pygame

from game.content import numbers
from game.simulation.actions import Adjust, Enact, Quote, Refusal, Repeal
from game.ui import preview_part
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.region.desk import index
from game.ui.screen import Pop, Screen, Turn
from game.ui.screens import card_page
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD


class PolicySheet(Screen):
    """A sheet with one card, where it can be weighed, started, tried, resized and stopped."""

    sheet = True

    def __init__(self, playing: Playing, policy: str, at_work: bool = False) -> None:
        """``at_work`` begins at a place where it runs, for somebody who asks what it does there."""
        self.playing = playing
        self.card = playing.session.cards[policy]
        self.number = index(playing, policy)
        self.size = 1
        self.site = self._busiest(at_work) if self.card.placed else 0
        self._shown = False
        if self.running:
            self.size = round(self.running)

    def _busiest(self, at_work: bool) -> int:
        """Return the place with the most firms among those where it runs, or where it does not run yet."""
        state = self.playing.session.branch.region.state
        counts = [int((state.place == site).sum()) for site in range(state.running.shape[2])]
        some = [site for site in range(len(counts)) if bool(state.running[0, self.number, site]) == at_work]
        return max(some or range(len(counts)), key=lambda site: counts[site])

    @property
    def running(self) -> float:
        """The size it runs at, at the chosen place."""
        return float(self.playing.session.branch.region.state.running[0, self.number, self.site])

    @property
    def acting(self) -> list[int]:
        """The places where it runs or would run: all of them for a card without a place."""
        if not self.card.placed:
            return list(range(len(self.playing.session.level.map.places)))
        running = self.playing.session.branch.region.state.running[0, self.number]
        return sorted({self.site, *(site for site in range(len(running)) if running[site] > 0)})

    # --- drawing -----------------------------------------------------------------------------------------------

    def draw(self, kit: Kit) -> None:
        """Draw the card at the left, what can be done at the right."""
        inner = sheet(kit, 1600, 1010, "", "policy", "policy side")
        narrow = inner.width < kit.tx(900)
        left = inner.width if narrow else round(inner.width * 0.5)
        # Where it reaches the sheet's right edge it begins below the way out.
        below = kit.px(8) + kit.tx(24)
        down = below if narrow else 0
        room = pygame.Rect(inner.x, inner.y + down, left, inner.height - down)
        with kit.scrolling("policy", room) as drawn:
            block = pygame.Rect(room.x, drawn[0], room.width - kit.px(20), room.height)
            y = card_page.about(kit, self.playing, self.card, block, self.acting, self._shown)
            if narrow:
                y = self._act(kit, pygame.Rect(room.x, y + kit.px(20), room.width - kit.px(20), room.height))
            drawn.append(y)
        if not narrow:
            x = room.right + kit.px(20)
            kit.hairline((x, inner.y), (x, inner.bottom))
            side = pygame.Rect(x + kit.px(32), inner.y + below, inner.right - x - kit.px(32), inner.height - below)
            with kit.scrolling("policy side", side) as drawn:
                block = pygame.Rect(side.x, drawn[0] + kit.px(4), side.width - kit.px(14), side.height)
                drawn.append(self._act(kit, block))
            kit.lengths["policy side"] += below  # the sheet is as tall as its longer half, with what lies above it
        self._shown = True

    # --- acting ------------------------------------------------------------------------------------------------

    def _act(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw place and size, the buttons, and what the futures say; returns where it ends."""
        y = room.y
        if self.card.placed:
            y = self._places(kit, room, y) + kit.px(12)
        if self.card.sizes > 1:
            y = self._sizes(kit, room, y) + kit.px(14)
        answer = self.playing.session.quote(self._action())
        ok = isinstance(answer, Quote)
        y = self._said(kit, room, y, answer)
        y = self._buttons(kit, room, y, ok)
        y += kit.paragraph(kit.words("ui.can_be_undone"), (room.x, y), room.width, SMALL, kit.theme.ink2)
        if not ok:
            return y
        # The futures come last: whatever they grow to, the button stays in sight and where it was.
        weighed = self.playing.futures.weigh(kit.workers, self.playing.session.branch, self._action())
        return preview_part.draw(kit, self.playing, weighed, room, y + kit.px(20))

    def _said(self, kit: Kit, room: pygame.Rect, y: int, answer: Quote | Refusal) -> int:
        """Write what it takes, or which condition fails: what is needed and what there is."""
        speaker = self.playing.speaker
        if isinstance(answer, Refusal):
            if self.running and answer.reason == "no_change":
                return y
            kit.icon("close", (room.x, y + kit.tx(3)), 20, kit.theme.accent)
            x = room.x + kit.tx(30)
            used = kit.paragraph(speaker.refusal(answer), (x, y), room.right - x, BODY, kit.theme.accent)
            return y + used + kit.px(10)
        text = speaker.quote(answer)
        if answer.support:
            text += kit.words("read.comma")
            text += f"{speaker.name('support')} {speaker.change('support', answer.support)}"
        return y + kit.paragraph(text, (room.x, y), room.width, BODY) + kit.px(8)

    def _action(self) -> Enact | Adjust:
        policy = self.card.id
        return Adjust(policy, self.site, self.size) if self.running else Enact(policy, self.site, self.size)

    def _buttons(self, kit: Kit, room: pygame.Rect, y: int, ok: bool) -> int:
        """Draw start, change, stop, and the try on a line of its own; side by side where they fit."""
        at = (room.x + kit.px(4), y)
        if not self.running:
            policy = self.playing.session.rules.setup.policies[self.number]
            label = kit.words("ui.start_for", price=self.playing.speaker.money(policy.price * self.size))
            return self._pair(kit, room, at, label, "start", ok)
        state = self.playing.session.branch.region.state
        held = numbers.percent(float(state.strength[0, self.number, self.site]) / max(self.running, 1e-9))
        y += kit.paragraph(kit.words("ui.taken_hold", share=held), (room.x, y), room.width, BODY) + kit.px(8)
        if self.card.sizes > 1 and self.size != round(self.running):
            label = kit.words("ui.change_size", size=self.size)
            y = self._pair(kit, room, (at[0], y), label, "adjust", ok)
        button = kit.button(kit.words("ui.stop_it"), (at[0], y), "stop", self._stop)
        return button.bottom + kit.px(12)

    def _pair(self, kit: Kit, room: pygame.Rect, at: tuple[int, int], label: str, key: str, ok: bool) -> int:
        """Draw the main button and beside it the try."""
        wide = min(room.width - kit.px(8), max(kit.tx(300), kit.width(label, HEADING) + kit.tx(40)))
        main = kit.button(label, at, key, self._do, main=ok, on=ok, room=wide)
        if not ok:
            return main.bottom + kit.px(12)
        other = kit.words("ui.try_in_branch")
        beside = main.right + kit.px(16)
        fits = beside + kit.width(other, HEADING) + kit.tx(48) <= room.right
        spot = (beside, at[1]) if fits else (at[0], main.bottom + kit.px(10))
        tried = kit.button(other, spot, "try", self._try, tip=kit.words("ui.try_tip"))
        return tried.bottom + kit.px(12)

    def _places(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Draw the places to choose from, with how many firms each has or that it runs there already."""
        kit.text(kit.words("ui.where"), (room.x, y), HEADING)
        y += kit.line_height(HEADING) + kit.px(6)
        state = self.playing.session.branch.region.state
        tall, x = max(kit.tx(38), 30), room.x
        for site in range(len(self.playing.session.level.map.places)):
            count = int((state.place == site).sum())
            label, runs = self.playing.speaker.place(site), bool(state.running[0, self.number, site])
            wide = min(kit.width(label, SMALL_BOLD) + kit.tx(24) + (kit.tx(26) if runs else 0), room.width)
            if x + wide > room.right and x > room.x:
                x, y = room.x, y + tall + kit.px(8)
            box = pygame.Rect(x, y, wide, tall)
            firms = kit.words("ui.count_firms", count=count)
            hot = kit.spot(box, f"site {site}", partial(self._choose, site), firms)
            chosen = site == self.site
            ground = kit.theme.ink if chosen else kit.theme.hairline if hot else kit.theme.card
            kit.plate(box, ground, tall // 2)
            kit.plate(box, kit.theme.ink3, tall // 2, 1)
            ink = kit.theme.paper if chosen else kit.theme.ink
            left = box.x + kit.tx(12)
            if runs:
                kit.icon("done", (left, box.centery - kit.tx(9)), 18, ink)
                left += kit.tx(26)
            kit.text(label, (left, box.centery - kit.line_height(SMALL) / 2), SMALL_BOLD, ink, room=box.right - left)
            x = box.right + kit.px(8)
        return y + tall

    def _sizes(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Draw the sizes to choose from in one row with their heading."""
        side = max(kit.tx(40), 32)
        heading = kit.text(kit.words("ui.how_large"), (room.x, y + side / 2 - kit.line_height(HEADING) / 2), HEADING)
        x = heading.right + kit.px(20)
        for size in range(1, self.card.sizes + 1):
            box = pygame.Rect(x, y, side, side)
            hot = kit.spot(box, f"size {size}", partial(self._resize, size))
            chosen = size == self.size
            kit.plate(box, kit.theme.ink if chosen else kit.theme.card, kit.px(8))
            kit.plate(box, kit.theme.ink if hot else kit.theme.ink3, kit.px(8), 1)
            at = (box.centerx, box.centery - kit.line_height(HEADING) / 2)
            kit.text(str(size), at, HEADING, kit.theme.paper if chosen else kit.theme.ink, "middle")
            x = box.right + kit.px(10)
        note = kit.words("ui.less_and_less")
        if x + kit.width(note, SMALL) < room.right:
            kit.text(note, (x + kit.px(6), y + side / 2 - kit.line_height(SMALL) / 2), SMALL, kit.theme.ink2)
            return y + side
        return y + side + kit.px(4) + kit.paragraph(note, (room.x, y + side + kit.px(4)), room.width, SMALL,
                                                    kit.theme.ink2)  # fmt: skip

    def _choose(self, site: int) -> Turn | None:
        self.site = site
        self.size = round(self.running) or 1
        return None

    def _resize(self, size: int) -> Turn | None:
        self.size = size
        return None

    def _do(self) -> Turn | None:
        return Pop() if self.playing.do(self._action()) is None else None

    def _try(self) -> Turn | None:
        name = self.playing.speaker.policy(self.card.id)
        return Pop() if self.playing.tries(self._action(), name) is None else None

    def _stop(self) -> Turn | None:
        return Pop() if self.playing.do(Repeal(self.card.id, self.site)) is None else None
