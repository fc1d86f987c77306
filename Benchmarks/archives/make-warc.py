"""Writes a web archive of a given size that looks like a crawl of news sites: pages heavy with markup and scripts,
pictures, scripts, requests, redirects and revisits; a page in so many carries a short article.

    python3 make-warc.py crawl.warc.gz --megabytes 1024 --articles 400 [--plain] [--damage 20]

Everything in it is invented here and made from one seed, so the same call writes the same bytes. The articles' number goes
to standard output. Only Python's own library is used.
"""

import argparse
import random
import zlib

PEOPLE = ["Ida Brandt", "Marek Holt", "Sanna Veld", "Jonas Arling", "Petra Kelm", "Olin Rask", "Dara Minsk", "Tomas Eide"]
OFFICES = ["mayor", "governor", "army spokesman", "interior minister", "police chief", "union leader", "hospital director"]
TOWNS = ["Halden", "Ledra", "Karven", "Sorrat", "Tolmin", "Brasko", "Vintry", "Oster", "Nordal", "Kelmar"]
DEEDS = ["shelled the depot", "stormed the border post", "blocked the bridge", "fired on a convoy", "seized the town hall",
         "attacked the power station", "abducted two engineers", "burned the market"]
GROUPS = ["rebels", "militiamen", "soldiers", "gunmen", "protesters", "separatists"]
TALK = ["We will rebuild it", "Nobody was warned", "This cannot go on", "We had no part in it", "They came at night"]


def article(rng, number):
    person, town, deed, group = rng.choice(PEOPLE), rng.choice(TOWNS), rng.choice(DEEDS), rng.choice(GROUPS)
    killed = rng.randrange(2, 40)
    title = f"{town}: {group} {deed}, report {number} says"
    paragraphs = [
        f"The {rng.choice(OFFICES)} of {town} said on {rng.choice(['Monday', 'Tuesday', 'Friday'])} that {group} {deed}, "
        f"killing at least {killed} people.",
        f"“{rng.choice(TALK)},” {person} told reporters in {rng.choice(TOWNS)}. The {rng.choice(GROUPS)} denied the attack.",
        f"About {killed * 3} people were wounded, according to a hospital in {town}. "
        f"{rng.choice(PEOPLE)} accused the government of {rng.choice(TOWNS)} of sending arms, file {number}.",
    ]
    return title, paragraphs


def words(rng, size):
    """Text that shrinks about as much as real scripts do."""
    names = ["function", "return", "var", "window", "data", "push", "value", "track", "null", "length", "document", "class"]
    out = []
    length = 0
    while length < size:
        word = rng.choice(names) + "_" + format(rng.getrandbits(28), "x")
        out.append(word)
        length += len(word) + 1
    return " ".join(out).encode()[:size]


def page(rng, number, has_article, bulk):
    title, paragraphs = article(rng, number)
    links = "".join(f'<li><a href="/story/{rng.getrandbits(30)}">Story {rng.getrandbits(20)}</a></li>' for _ in range(60))
    body = "".join(f"<p>{text}</p>" for text in paragraphs) if has_article else ""
    # A script's bytes come from a pool: making them anew for a gigabyte would take an hour.
    at = rng.randrange(len(bulk) // 2)
    script = bulk[at:at + rng.randrange(20_000, 120_000)].decode()
    return (
        f"<!DOCTYPE html><html><head><title>{title if has_article else 'Stories'}</title>"
        f"<script>{script}</script></head><body><nav><ul>{links}</ul></nav>"
        f"<article>{'<h1>' + title + '</h1>' if has_article else ''}{body}</article>"
        f"<script>{script[:20_000]}</script><footer>About us</footer></body></html>"
    ).encode()


def record(kind, address, body, fields=""):
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-03-04T05:06:07Z\r\n"
        f"{fields}Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(address, body, kind="text/html; charset=utf-8", status="200 OK"):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    return record("response", address, head + body, "Content-Type: application/http; msgtype=response\r\n")


def records(rng, bulk, noise, article_every):
    """Endless records, and whether each carries an article."""
    number = 0
    while True:
        site = f"https://paper{number % 50}.example"
        address = f"{site}/story/{number}"
        has_article = number % article_every == 0
        yield record("request", address, f"GET /story/{number} HTTP/1.1\r\nHost: x\r\n\r\n".encode()), False
        yield answer(address, page(rng, number, has_article, bulk)), has_article
        for part in range(rng.randrange(1, 4)):
            at = rng.randrange(len(noise) // 2)
            size = int(rng.expovariate(1 / 80_000)) + 2_000
            yield answer(f"{site}/img/{number}-{part}.jpg", noise[at:at + min(size, len(noise) // 2)], "image/jpeg"), False
        if number % 7 == 0:
            yield answer(f"{site}/old/{number}", b"", status="301 Moved Permanently"), False
            yield record("revisit", f"{site}/img/{number}", b"HTTP/1.1 200 OK\r\n\r\n"), False
        if number % 500 == 499:
            at = rng.randrange(1 << 20)
            yield answer(f"{site}/video/{number}.mp4", (noise[at:] * 10)[:40 << 20], "video/mp4"), False
        number += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path")
    parser.add_argument("--megabytes", type=int, default=1024)
    parser.add_argument("--article-every", type=int, default=20, help="one page in so many carries an article")
    parser.add_argument("--plain", action="store_true", help="do not compress")
    parser.add_argument("--damage", type=int, default=0, help="flip a byte in so many records without an article")
    arguments = parser.parse_args()
    rng = random.Random(1)
    bulk = words(rng, 4 << 20)
    noise = rng.randbytes(8 << 20)
    written = articles = count = damaged = 0
    with open(arguments.path, "wb") as out:
        for bytes_, has_article in records(rng, bulk, noise, arguments.article_every):
            if not arguments.plain:
                packer = zlib.compressobj(1, zlib.DEFLATED, 31)
                bytes_ = packer.compress(bytes_) + packer.flush()
            count += 1
            if damaged < arguments.damage and not has_article and count % 97 == 0:
                middle = len(bytes_) // 2
                bytes_ = bytes_[:middle] + bytes([bytes_[middle] ^ 0x5A]) + bytes_[middle + 1:]
                damaged += 1
            out.write(bytes_)
            written += len(bytes_)
            articles += has_article
            if written >= arguments.megabytes << 20:
                break
    print(f"{written} bytes, {count} records, {articles} articles, {damaged} damaged")


if __name__ == "__main__":
    main()
