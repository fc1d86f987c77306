"""Lemmas as edit scripts.

A script is `C|n|s`: C says how the word's case is treated first (`l` lower, `k` keep), then the last n code points are
cut and the string s is put on. `I|lemma` replaces the whole word. Applying: see `apply`.
"""


def script(word, lemma):
    """The shortest script that makes `lemma` of `word`."""
    if lemma in ("_", ""):
        return "k|0|"
    best = None
    for case, base in (("l", word.lower()), ("k", word)):
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        if common == 0 and len(base) > 2:
            continue
        candidate = f"{case}|{len(base) - common}|{lemma[common:]}"
        cost = len(base) - common + len(lemma) - common
        if best is None or cost < best[0]:
            best = (cost, candidate)
    return best[1] if best else f"I|{lemma}"


def apply(rule, word):
    """The lemma that a script makes of a word."""
    parts = rule.split("|")
    if parts[0] == "I":
        return parts[1]
    base = word.lower() if parts[0] == "l" else word
    cut = int(parts[1])
    return (base[:len(base) - cut] if cut <= len(base) else base) + parts[2]
