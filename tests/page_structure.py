"""Reads an HTML page as a screen reader would and tells what is wrong with its structure, by the standard library."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "img", "br", "hr", "input", "source", "wbr", "col"})
LANDMARKS = ("header", "main", "footer")


@dataclass
class Element:
    """An element with its attributes, children and texts."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.walk() if element.tag in tags]

    def text(self, spoken: bool = False) -> str:
        """Return the text; as spoken without what is hidden from screen readers, and pictures by their name."""
        if spoken and self.attributes.get("aria-hidden") == "true":
            return ""
        if spoken and self.tag == "svg":
            return " ".join(element.text() for element in self.all("title", "desc"))
        if spoken and self.tag == "img":
            return self.attributes.get("alt", "")
        parts = (child if isinstance(child, str) else child.text(spoken) for child in self.children)
        return re.sub(r"\s+", " ", "".join(parts)).strip(" \n\t") if self.tag != "span" else "".join(parts)

    def has_class(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("", {})
        self.problems: list[str] = []
        self.doctype = ""

    def handle_decl(self, decl: str) -> None:
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        if len(element.attributes) < len(attrs):
            self.problems.append(f"<{tag}> has an attribute twice")
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.at = self.at.parent or self.root

    def handle_endtag(self, tag: str) -> None:
        if self.at.tag != tag:
            self.problems.append(f"</{tag}> closes <{self.at.tag}>")
            return
        self.at = self.at.parent or self.root

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def page_tree(html: str) -> tuple[Element, list[str]]:
    """Return the tree of a page and what does not nest."""
    parser = _Tree()
    parser.feed(html)
    parser.close()
    problems = list(parser.problems)
    if parser.at is not parser.root:
        problems.append(f"<{parser.at.tag}> is not closed")
    if parser.doctype.lower() != "doctype html":
        problems.append("no doctype")
    return parser.root, problems


def problems_of(html: str) -> list[str]:
    """Return what a check of the structure finds; nothing is what must be."""
    root, problems = page_tree(html)
    for check in (_head, _ids, _headings, _landmarks, _pictures, _tables, _links, _outside):
        problems += check(root)
    return problems


def _head(root: Element) -> list[str]:
    (page,) = root.all("html")
    problems = [] if page.attributes.get("lang") in ("de", "en") else ["no lang"]
    titles = [title.text() for head in root.all("head") for title in head.all("title")]
    problems += [] if len(titles) == 1 and titles[0] else [f"titles: {titles}"]
    first = next(element for element in root.all("body")[0].children if isinstance(element, Element))
    target = first.attributes.get("href", "")[1:]
    skips = first.tag == "a" and any(main.attributes.get("id") == target for main in root.all("main"))
    return problems + ([] if skips else ["the first link does not skip to the content"])


def _ids(root: Element) -> list[str]:
    ids = [element.attributes["id"] for element in root.walk() if "id" in element.attributes]
    problems = [f"id {name} twice" for name in {name for name in ids if ids.count(name) > 1}]
    for element in root.walk():
        wanted = [
            *element.attributes.get("aria-labelledby", "").split(),
            *element.attributes.get("headers", "").split(),
        ]
        href = element.attributes.get("href", "")
        wanted += [href[1:]] if href.startswith("#") else []
        problems += [f"<{element.tag}> names no id {name}" for name in wanted if name not in ids]
    return problems


def _headings(root: Element) -> list[str]:
    levels = [(int(element.tag[1]), element.text(True)) for element in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
    problems = [f"empty h{level}" for level, text in levels if not text]
    if [level for level, _ in levels].count(1) != 1 or levels[0][0] != 1:
        problems.append("not one h1, and first")
    jumps = [text for (before, _), (level, text) in zip(levels, levels[1:]) if level > before + 1]
    return problems + [f"level left out before “{text}”" for text in jumps]


def _landmarks(root: Element) -> list[str]:
    problems = [f"not one <{tag}>" for tag in LANDMARKS if len(root.all(tag)) != 1]
    named = [nav.attributes.get("aria-label", "") for nav in root.all("nav")]
    return problems + ([] if all(named) and len(set(named)) == len(named) else [f"nav labels: {named}"])


def _pictures(root: Element) -> list[str]:
    problems = [f"picture without alt: {each.attributes.get('src', '')[:40]}" for each in root.all("img")
                if len(each.attributes.get("alt", "")) < 10]  # fmt: skip
    for svg in root.all("svg"):
        hidden = svg.attributes.get("aria-hidden") == "true"
        named = svg.attributes.get("role") == "img" and svg.attributes.get("aria-labelledby")
        texts = [
            element.text()
            for element in svg.children
            if isinstance(element, Element) and element.tag in ("title", "desc")
        ]
        if not hidden and not (named and len(texts) == 2 and all(texts)):
            problems.append("svg neither hidden nor named and described")
    return problems


def _tables(root: Element) -> list[str]:
    problems = []
    for table in root.all("table"):
        captions = [caption.text() for caption in table.all("caption")]
        if len(captions) != 1 or not captions[0]:
            problems.append(f"captions: {captions}")
        problems += [
            f"th without scope: {th.text()}"
            for th in table.all("th")
            if th.attributes.get("scope") not in ("col", "row")
        ]
        problems += [f"empty th in {captions}" for th in table.all("th") if not th.text(True)]
        widths = {len(row.all("td", "th")) for row in table.all("tr")}
        problems += [] if len(widths) == 1 else [f"rows of different width in {captions}: {widths}"]
        problems += [] if all(row.all("th") for row in table.all("tr")) else [f"row without th in {captions}"]
    return problems


def _links(root: Element) -> list[str]:
    problems = [f"link without text: {a.attributes.get('href')}" for a in root.all("a") if len(a.text(True)) < 2]
    targets: dict[str, set[str]] = {}
    for a in root.all("a"):
        targets.setdefault(a.text(True), set()).add(a.attributes.get("href", ""))
    return problems + [f"“{text}” leads to {sorted(where)}" for text, where in targets.items() if len(where) > 1]


def _outside(root: Element) -> list[str]:
    """Tell what a page would fetch or run."""
    problems = [f"<{each.tag}>" for each in root.all("script", "link", "iframe", "object", "embed", "form")]
    for element in root.walk():
        problems += [f"{name} on <{element.tag}>" for name in element.attributes if name.startswith("on")]
        where = element.attributes.get("src", "data:")
        problems += [] if where.startswith("data:") else [f"fetches {where}"]
        if element.tag == "style":
            problems += re.findall(r"url\([^)]*\)|@import[^;]*", element.text())
    return problems
