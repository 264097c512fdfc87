"""Identities that are the same on every machine: the head of a SHA-256 over what a thing is."""

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from factbase.document import Document, Spans, SpeakerKind

LENGTH = 32
SEPARATOR = "\x1f"  # stands in no URL, name or number
TRACKING = re.compile(r"utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_?src|cmpid|ns_campaign|ns_source", re.I)


def uid(kind: str, *parts: str) -> str:
    """32 hexadecimal digits."""
    return hashlib.sha256(SEPARATOR.join((kind, *parts)).encode(errors="surrogatepass")).hexdigest()[:LENGTH]


def text_sha256(text: str) -> str:
    """Of the text in UTF-8, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def url_key(url: str) -> str:
    """Equal for URLs of one page: "example.com/a?id=1" for "https://www.Example.com/a/?id=1&utm_source=x#top"."""
    parts = urlsplit(url.strip())
    host = (parts.netloc.rpartition("@")[2]).lower().removeprefix("www.")
    host = re.sub(r":(80|443)$", "", host)
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(k)])
    return host + parts.path.rstrip("/") + (f"?{query}" if query else "")


def of_article(document: Document, *, outlet_key: str) -> str:
    """By its URL, else by its text and outlet: the same words in two papers are two articles."""
    if document.url:
        return uid("article", "url", url_key(document.url))
    return uid("article", "text", text_sha256(document.text), outlet_key)


def of_snapshot(article_uid: str, document: Document) -> str:
    """By its text and its date, which dates its statements."""
    return uid("snapshot", article_uid, text_sha256(document.text), document.published or "")


def of_statement(snapshot_uid: str, content: Spans, *, earlier: int) -> str:
    """By its words' offsets; `earlier` counts the statements before it that have the same."""
    offsets = ",".join(f"{start}-{end}" for start, end in content)
    return uid("statement", snapshot_uid, offsets, str(earlier) if earlier else "")


def of_speaker(kind: SpeakerKind, key: str, *, introduced_by: str) -> str:
    """By kind and name; whoever a name alone does not tell from others also by the statement that introduced it."""
    return uid("speaker", kind, key, introduced_by)


def of_topic(slug: str) -> str:
    return uid("topic", slug)
