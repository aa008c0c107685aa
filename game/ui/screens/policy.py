"""One policy: what it costs, when it works, where it acts, what it shifts, and what was found where it was tried."""

import pygame

from game.content import library, numbers
from game.simulation.actions import Adjust, Enact, Quote, Refusal, Repeal
from game.simulation.registry import PARAMETERS
from game.ui import charts, shapes
from game.ui.frame import section, sheet
from game.ui.kit import Kit
from game.ui.map_view import MapView
from game.ui.playing import Playing
from game.ui.region.desk import index
from game.ui.screen import Pop, Push, Screen, Turn
from game.ui.screens.concept import Concept
from game.ui.typeset import BODY, CARD_TITLE, HEADING, NAME, SMALL


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
        inner = sheet(kit, 1500, 930)
        narrow = inner.width < kit.tx(900)
        left = inner.width if narrow else round(inner.width * 0.56)
        room = pygame.Rect(inner.x, inner.y, left, inner.height)
        with kit.scrolling("policy", room) as drawn:
            y = self._about(kit, pygame.Rect(room.x, drawn[0], room.width - kit.px(20), room.height))
            if narrow:
                y = self._act(kit, pygame.Rect(room.x, y + kit.px(20), room.width - kit.px(20), room.height))
            drawn.append(y)
        if not narrow:
            x = room.right + kit.px(20)
            kit.hairline((x, inner.y), (x, inner.bottom))
            side = pygame.Rect(x + kit.px(32), inner.y + kit.px(40), inner.right - x - kit.px(32), inner.height - kit.px(40))
            with kit.scrolling("policy side", side) as drawn:
                drawn.append(self._act(kit, pygame.Rect(side.x, drawn[0], side.width - kit.px(14), side.height)))

    def _about(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw what the card is; returns where it ends."""
        card, language, theme = self.card, kit.words.language, kit.theme
        kit.icon(card.family, room.topleft, 22, theme.accent)
        kit.text(kit.words(f"family.{card.family}"), (room.x + kit.tx(32), room.y), HEADING, theme.accent)
        y = room.y + kit.line_height(HEADING) + kit.px(4)
        y += kit.paragraph(card.name[language], (room.x, y), room.width, CARD_TITLE)
        y += kit.paragraph(card.text[language], (room.x, y), room.width, BODY) + kit.px(16)
        y = self._prices(kit, room, y) + kit.px(14)
        kit.hairline((room.x, y), (room.right, y))
        y += kit.px(14)
        y = self._when(kit, room, y) + kit.px(14)
        kit.text(kit.words("ui.what_it_shifts"), (room.x, y), HEADING)
        y += kit.line_height(HEADING) + kit.px(4)
        for shift in card.shifts:
            y = self._shift(kit, room, y, shift.lever, shift.by)
        y += kit.px(10)
        kit.hairline((room.x, y), (room.right, y))
        y += kit.px(14) + section(kit, kit.words("ui.where_tried"), (room.x, y + kit.px(14)), "evidence")
        for found in card.evidence:
            y += kit.paragraph(found.text[language], (room.x, y), room.width, BODY)
            source = f"{found.source}, {kit.words(f'ui.standing.{found.standing}')}"
            kit.text(source, (room.x, y), SMALL, theme.ink2, room=room.width)
            y += kit.line_height(SMALL) + kit.px(8)
        x = room.x
        for id_ in card.concepts:
            name = library.concepts()[id_].name[language]
            at = kit.link(name, (x, y), f"concept {id_}", lambda id_=id_: Push(Concept(id_)), BODY)
            x = at.right + kit.px(28)
        return y + kit.line_height() + kit.px(8)

    def _prices(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Write price now, price a quarter, and attention."""
        speaker, policy = self.playing.speaker, self.playing.session.rules.setup.policies[self.number]
        left = float(self.playing.session.branch.region.state.attention[0])
        of_left = kit.words("ui.of_left", need=self.card.attention, have=numbers.number(left, 0 if left == round(left) else 1))
        facts = (
            ("treasury", "ui.price_now", speaker.money(policy.price)),
            ("clock", "ui.each_quarter", speaker.money(policy.upkeep)),
            ("attention", "ui.attention", of_left),
        )
        for k, (symbol, label, value) in enumerate(facts):
            x = room.x + room.width * k // 3
            kit.icon(symbol, (x, y + kit.tx(3)), 20)
            kit.text(kit.words(label), (x + kit.tx(30), y), SMALL, kit.theme.ink2, room=room.width // 3 - kit.tx(36))
            kit.text(value, (x, y + kit.line_height(SMALL)), NAME, room=room.width // 3 - kit.px(8))
        return y + kit.line_height(SMALL) + kit.line_height(NAME)

    def _when(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Draw when it works, and how it fades; beside it, where it acts."""
        card = self.card
        kit.text(kit.words("ui.when_it_works"), (room.x, y), HEADING)
        y += kit.line_height(HEADING) + kit.px(4)
        curve = pygame.Rect(room.x, y, round(room.width * 0.46), kit.tx(84))
        charts.delay_curve(kit, curve, card.delay, card.ramp, card.decay, stop=True)
        kit.text(kit.words("ui.start"), (curve.x, curve.bottom), SMALL, kit.theme.ink2)
        kit.text(kit.words("ui.when_you_stop"), (curve.right, curve.bottom), SMALL, kit.theme.ink2, "right")
        text = kit.words("ui.begins_after", delay=card.delay, full=card.delay + card.ramp)
        side = pygame.Rect(curve.right + kit.px(24), y, room.right - curve.right - kit.px(24), curve.height)
        used = kit.paragraph(text, side.topleft, side.width, SMALL)
        if card.lasts:
            used += kit.paragraph(kit.words("ui.ends_after", count=card.lasts), (side.x, y + used), side.width, SMALL)
        if card.temptation:
            used += kit.paragraph(kit.words("ui.temptation"), (side.x, y + used), side.width, SMALL, kit.theme.accent)
        return max(curve.bottom + kit.line_height(SMALL), y + used)

    def _shift(self, kit: Kit, room: pygame.Rect, y: int, lever: str, by: float) -> int:
        """Write one lever, and draw how far it moves against its whole range."""
        parameter = PARAMETERS[lever]
        share = min(abs(by) / max(parameter.high - parameter.low, 1e-9), 1.0)
        wide = kit.tx(120)
        line = pygame.Rect(room.right - wide - kit.tx(90), y, wide, kit.line_height())
        kit.text(kit.words(f"lever.{lever}"), (room.x, y), BODY, room=line.x - room.x - kit.px(16))
        middle = line.centery
        shapes.stroke(kit.surface, [(line.x, middle), (line.right, middle)], kit.theme.hairline, max(3 * kit.scale, 2))
        length = max(wide / 2 * max(share, 0.2) ** 0.5, kit.tx(14)) * (1 if by > 0 else -1)
        tip = line.centerx + length
        shapes.stroke(kit.surface, [(line.centerx, middle), (tip, middle)], kit.theme.gain, max(4 * kit.scale, 2.5))
        back = -kit.tx(8) if by > 0 else kit.tx(8)
        arrow = [(tip + back, middle - kit.tx(6)), (tip, middle), (tip + back, middle + kit.tx(6))]
        shapes.stroke(kit.surface, arrow, kit.theme.gain, max(3 * kit.scale, 2))
        kit.text(kit.words("ui.rises" if by > 0 else "ui.falls"), (room.right, y), SMALL, kit.theme.ink2, "right")
        return y + kit.line_height()

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
                text += kit.words("read.comma") + f"{speaker.name('support')} {speaker.change('support', answer.support)}"
        else:
            text = speaker.refusal(answer)
        if not (self.running and isinstance(answer, Refusal) and answer.reason == "no_change"):
            y += kit.paragraph(text, (room.x, y), room.width, BODY, kit.theme.ink if ok else kit.theme.accent) + kit.px(10)
        y = self._buttons(kit, room, y, ok)
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
            at = kit.button(label, (room.x + kit.px(4), y), "start", self._do, main=ok, on=ok, room=min(room.width - kit.px(8), kit.tx(320)))
            return at.bottom + kit.px(14)
        state = self.playing.session.branch.region.state
        strength = float(state.strength[0, self.number, self.site])
        kit.text(kit.words("ui.taken_hold", share=numbers.percent(strength / max(self.running, 1e-9))), (room.x, y), BODY)
        y += kit.line_height() + kit.px(10)
        if self.card.sizes > 1 and self.size != round(self.running):
            at = kit.button(kit.words("ui.change_size", size=self.size), (room.x + kit.px(4), y), "adjust", self._do, main=ok, on=ok)
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
            hot = kit.spot(row, f"site {site}", lambda site=site: self._choose(site))
            chosen = site == self.site
            if chosen or hot:
                pygame.draw.rect(kit.surface, kit.theme.ink if chosen else kit.theme.hairline, row, border_radius=kit.px(8))
            ink = kit.theme.paper if chosen else kit.theme.ink
            middle = row.centery - kit.line_height() / 2
            kit.icon("place", (row.x + kit.tx(10), row.centery - kit.tx(10)), 20, ink)
            count = int((state.alive[0] & (state.place[0] == site)).sum())
            runs = kit.words("ui.runs") if state.running[0, self.number, site] else kit.words("ui.count_firms", count=count)
            end = kit.text(runs, (row.right - kit.tx(12), middle), SMALL, ink, "right")
            kit.text(self.playing.speaker.place(site), (row.x + kit.tx(42), middle), BODY, ink, room=end.x - row.x - kit.tx(52))
            y += tall + kit.px(4)
        return y

    def _sizes(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Draw the sizes to choose from."""
        kit.text(kit.words("ui.how_large"), (room.x, y), HEADING)
        y += kit.line_height(HEADING) + kit.px(6)
        side = max(kit.tx(46), 36)
        for size in range(1, self.card.sizes + 1):
            box = pygame.Rect(room.x + kit.px(4) + (size - 1) * (side + kit.px(10)), y, side, side)
            hot = kit.spot(box, f"size {size}", lambda size=size: self._resize(size))
            chosen = size == self.size
            pygame.draw.rect(kit.surface, kit.theme.ink if chosen else kit.theme.card, box, border_radius=kit.px(8))
            pygame.draw.rect(kit.surface, kit.theme.ink if hot else kit.theme.ink3, box, 1, kit.px(8))
            at = (box.centerx, box.centery - kit.line_height(HEADING) / 2)
            kit.text(str(size), at, HEADING, kit.theme.paper if chosen else kit.theme.ink, "middle")
        kit.text(kit.words("ui.less_and_less"), (room.x + self.card.sizes * (side + kit.px(10)) + kit.px(10), y + kit.tx(8)), SMALL,
                 kit.theme.ink2, room=room.width - self.card.sizes * (side + kit.px(10)) - kit.px(10))  # fmt: skip
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


