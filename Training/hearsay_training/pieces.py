"""WordPiece as BERT's uncased models do it, one word at a time, and the features of case and white space."""

import unicodedata


class Pieces:
    def __init__(self, vocabulary):
        """`vocabulary`: the pieces in the order of their ids."""
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown = self.ids["[UNK]"]
        self.first, self.last = self.ids["[CLS]"], self.ids["[SEP]"]
        self.cache = {}

    def of(self, word):
        """Piece ids of one word, at least one."""
        ids = self.cache.get(word)
        if ids is None:
            ids = self.cache[word] = self.compute(word)
        return ids

    def compute(self, word):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        parts, current = [], ""
        for c in plain:
            if is_punctuation(c) or is_cjk(c):
                if current:
                    parts.append(current)
                parts.append(c)
                current = ""
            elif c in "\u0000\ufffd" or unicodedata.category(c) in ("Cc", "Cf"):
                continue
            else:
                current += c
        if current:
            parts.append(current)
        ids = [i for part in parts for i in self.greedy(part)]
        return ids or [self.unknown]

    def greedy(self, part):
        if len(part) > 100:
            return [self.unknown]
        ids, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                piece = ("##" if start else "") + part[start:end]
                if piece in self.ids:
                    ids.append(self.ids[piece])
                    break
                end -= 1
            else:
                return [self.unknown]
            start = end
        return ids


def is_punctuation(c):
    code = ord(c)
    return 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or unicodedata.category(c).startswith("P")


def is_cjk(c):
    code = ord(c)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
            or 0x20000 <= code <= 0x2EBEF or 0x2F800 <= code <= 0x2FA1F)


def shape(word):
    """How a word is written: see MODEL contract (0 is for special pieces)."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 1
    if any(c.isdigit() for c in word):
        return 7
    if len(letters) == 1:
        return 5 if letters[0].isupper() else 2
    if all(c.isupper() for c in letters):
        return 4
    if not any(c.isupper() for c in letters):
        return 2
    if letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return 3
    return 6
