"""A shelf as full as it will be: thirteen lessons, twelve histories, six contrasts, a sandbox."""

from game.content.authored import Bilingual
from game.content.level_map import Earth
from game.ui.entrance.shelf import Entry, Shelf
from game.ui.screens.title import Title
from tests.session.playing import level

LESSONS = (("Birth", "诞生"), ("Spin-offs", "裂变"), ("Labour pool", "人才池"), ("Trust", "信任"), ("Crowding", "拥挤"),
           ("Copies", "雷同"), ("Lock-in", "锁定"), ("Renewal", "更新"), ("Policy mix", "政策组合"), ("Shock", "冲击"),
           ("Free town", "自由小镇"), ("Your turn", "轮到你了"), ("Examination", "考试"))  # fmt: skip
HISTORIES = (("Wenzhou", "温州", 28.0, 120.7), ("Hsinchu", "新竹", 24.8, 121.0),
             ("Silicon Valley", "硅谷", 37.4, -122.1),
             ("California wine", "加州葡萄酒", 38.5, -122.3), ("Hollywood", "好莱坞", 34.1, -118.3),
             ("Wall Street", "华尔街", 40.7, -74.0), ("Swiss Jura", "瑞士汝拉", 47.1, 6.8),
             ("Milan", "米兰", 45.5, 9.2),
             ("Prato", "普拉托", 43.9, 11.1), ("Grasse", "格拉斯", 43.7, 6.9), ("Stuttgart", "斯图加特", 48.8, 9.2),
             ("Bangalore", "班加罗尔", 12.97, 77.6))  # fmt: skip
CONTRASTS = (("Route 128", "128号公路", 42.4, -71.2), ("Detroit", "底特律", 42.3, -83.0), ("Ruhr", "鲁尔", 51.5, 7.2),
             ("Sialkot", "锡亚尔科特", 32.5, 74.5), ("Christchurch", "基督城", -43.5, 172.6),
             ("Cambridge", "剑桥", 52.2, 0.1))  # fmt: skip
MEASURED = (0.9, 0.7, 0.5, 0.4, 0.2, None)


def entry(kind: str, number: int, name: tuple[str, str], at: tuple[float, float] | None = None) -> Entry:
    """Make a level out of the first one."""
    first = level("birth")
    title = Bilingual(en=f"{name[0]}: a subtitle", zh=f"{name[1]}：副标题")
    where = first.map.model_copy(update={"at": Earth(lat=at[0], lon=at[1]) if at else None})
    update = {"id": f"{kind}_{number}", "kind": kind, "title": title, "map": where}
    return Entry(first.model_copy(update=update), MEASURED[number % len(MEASURED)])


def entries() -> list[Entry]:
    """Make all of them."""
    found = [entry("lesson", k, name) for k, name in enumerate(LESSONS)]
    found += [entry("history", k, (en, zh), (lat, lon)) for k, (en, zh, lat, lon) in enumerate(HISTORIES)]
    found += [entry("contrast", k, (en, zh), (lat, lon)) for k, (en, zh, lat, lon) in enumerate(CONTRASTS)]
    return [*found, entry("sandbox", 0, ("Sandbox", "沙盘"))]


def filled(title: Title, some: list[Entry] | None = None) -> Shelf:
    """Put them on a title's shelf."""
    title.shelf.read_all()
    title.shelf.entries = some if some is not None else entries()
    return title.shelf
