"""Quotes as tooltips in an SVG, and words for who cannot see it."""

import io
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
# ElementTree would call them ns0, ns1 ...
for prefix, space in {
    "": SVG,
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cc": "http://creativecommons.org/ns#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}.items():
    ET.register_namespace(prefix, space)

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def with_tooltips(svg: bytes, tips: Mapping[str, str], *, title: str, description: str) -> bytes:
    """`tips` gives for the id of a group the words that a browser shows above it; `title` and `description` are read
    out by screen readers in place of the picture."""
    root = ET.fromstring(svg)
    root.set("role", "img")
    root.set("aria-labelledby", "factbase-title factbase-description")
    for short in root.findall(f"{{{SVG}}}title"):  # matplotlib's own, which says less
        root.remove(short)
    root.insert(0, _element("title", title, id="factbase-title"))
    root.insert(1, _element("desc", description, id="factbase-description"))
    for group in root.iter(f"{{{SVG}}}g"):
        if words := tips.get(group.get("id", "")):
            group.insert(0, _element("title", words))
    drawn = io.BytesIO()
    ET.ElementTree(root).write(drawn, encoding="utf-8", xml_declaration=True)
    return drawn.getvalue()


def _element(name: str, words: str, **attributes: str) -> ET.Element:
    element = ET.Element(f"{{{SVG}}}{name}", attributes)
    element.text = in_xml(words)
    return element


def in_xml(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return NOT_IN_XML.sub(" ", text)
