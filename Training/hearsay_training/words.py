"""Splits raw text into words by rules, as Universal Dependencies does for English.

The rules are ported to Swift (`Sources/HearsayText/Words.swift`); both must agree on every text, and
`Tests/Golden/words.jsonl` checks it. So this is a plain scanner over code points with small tables.

1. White space ends a chunk. A chunk is read from left to right.
2. A chunk that is a web address or e-mail address is one word, without closing punctuation at its end;
   so is `@name` and `#tag` (but not `#1`).
3. A run of letters, digits and marks is a word. Inside it stay
   a. `.` and `,` and `:` between digits; `@` between letters; `.` between single letters (U.S) and in lower-case names (site.com);
   b. `'` between letters (O'Brien, Asa'ib), unless a clitic begins there;
   c. `-` after a prefix of PREFIXES; between digit groups of a telephone number or a date;
   d. `/` between digits; `&` between capitals; `_`.
4. A `.` after a word belongs to it if the word is in ABBREVIATIONS (in lower case only inside its line), has inner periods of single letters, or is a
   single capital that does not end its line, or is a number that opens its line (4.1.).
5. Clitics are words: 's 're 've 'll 'd 'm n't, a final ' and the parts of JOINED (can|not).
6. A number and a unit of UNITS written together are two words (5|pm).
7. An emoticon such as :-) is one word. Any other character is a word; runs of one of RUNS are one word.
"""

APOSTROPHES = "'’"
RUNS = ".-–—*=_!?~…<>^+#|"
PREFIXES = set(
    "anti ante bi co counter cyber de e eco ex extra hyper infra inter intra macro mega meta micro mid mini mis multi neo non "
    "pan para post pre pro proto pseudo quasi re semi sub super trans tri ultra un uni vice".split())
ABBREVIATIONS = set(
    "mr mrs ms mx dr st ft prof rev hon gen col lt sgt capt cpl maj cmdr adm brig supt insp sen rep reps gov pres sec "
    "amb atty jr sr esq inc corp co ltd plc bros dept univ assn etc vs v e.g i.e eg ie al cf ca viz approx est "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "no nos vol pp ed eds fig ave blvd rd hwy mt ph.d ala ariz ark calif colo conn fla ga ill ind kan ky "
    "la md mich minn mo mont neb nev okla ore pa tenn tex va vt wash wis wyo n.y d.c".split())
#: Of these, words that are abbreviations only with a capital, and only before a number.
WITH_CAPITAL = set("ala ariz ark calif colo conn fla ga ill ind kan ky la md mich minn mo mont neb nev okla ore pa tenn tex va wash wis "
                   "gen hon col sen rep reps sec adm co ed mt st dr ms mx inc corp".split())
BEFORE_NUMBER = set("no nos sat sun mar mon wed thu fri fig vol pp dec".split())
CLITICS = ("s", "re", "ve", "ll", "d", "m")
JOINED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "lemme": 3, "gimme": 3, "dont": 2, "didnt": 3, "doesnt": 4, "wont": 2, "cant": 2, "isnt": 2, "wasnt": 3}
UNITS = set("k m b min mins hr hrs sec secs yr yrs am pm km kg cm mm mph kph lbs lb oz bn mn tn gb mb kb tb ft sq hz khz mhz ghz kw mw".split())
CLOSING = ".,;:!?)]}>\"'”’»…"


def is_word(c):
    return c.isalnum() or c == "_" or ("\u0300" <= c <= "\u036f")


def is_address(chunk):
    low = chunk.lower()
    if low.startswith(("http://", "https://", "ftp://", "www.")) or "://" in low:
        return True
    at = low.find("@")
    return (at > 0 and "." in low[at:] and (low[at - 1].isalnum() or low[at - 1] == ".") and low[0].isalnum()
            and at + 1 < len(low) and low[at + 1].isalnum())


def words(text):
    """The words of `text` as half-open (start, end) pairs of code points, in order."""
    found = []
    i, n = 0, len(text)
    while i < n:
        if text[i].isspace():
            i += 1
            continue
        j = i
        while j < n and not text[j].isspace():
            j += 1
        chunk(text, i, j, found)
        i = j
    return found


def chunk(text, i, end, found):
    while i < end and not is_word(text[i]) and text[i] not in "@#":
        i = other(text, i, end, found)
    if i < end and is_address(text[i:end]):
        j = end
        while j > i and text[j - 1] in CLOSING:
            j -= 1
        if j > i:
            found.append((i, j))
            i = j
    while i < end:
        c = text[i]
        if c in "@#" and i + 1 < end and (text[i + 1].isalpha() or c == "@" and is_word(text[i + 1])) and (i == 0 or not is_word(text[i - 1])):
            j = i + 1
            while j < end and is_word(text[j]):
                j += 1
            found.append((i, j))
            i = j
        elif is_word(c):
            i = word(text, i, end, found)
        elif c in APOSTROPHES and clitic(text, i, end):
            j = i + 1
            while j < end and is_word(text[j]):
                j += 1
            found.append((i, j))
            i = j
        else:
            i = other(text, i, end, found)


def other(text, i, end, found):
    """One character that is no part of a word, or a run of it."""
    j = emoticon(text, i, end)
    if j > i:
        found.append((i, j))
        return j
    j = i + 1
    if text[i] in RUNS:
        while j < end and text[j] == text[i]:
            j += 1
    elif text[i] in APOSTROPHES and j < end and text[j] == text[i]:
        j += 1
    found.append((i, j))
    return j


def emoticon(text, i, end):
    """One past an emoticon such as :-) that begins at `i`, or `i`."""
    if text[i] not in ":;":
        return i
    j = i + 1
    if j < end and text[j] == "-":
        j += 1
    if j < end and text[j] in ")(DP" and not (j + 1 < end and is_word(text[j + 1])):
        return j + 1
    return i


def clitic(text, i, end):
    """Whether an apostrophe at `i` begins a clitic of the word before it."""
    if i == 0 or not is_word(text[i - 1]):
        return False
    j = i + 1
    while j < end and is_word(text[j]):
        j += 1
    return text[i + 1:j].lower() in CLITICS


def word(text, i, end, found):
    """Reads one word from `i`, with the clitics and the period that belong to it; returns where it ends."""
    start, j = i, i
    while j < end:
        c = text[j]
        after = text[j + 1] if j + 1 < end else " "
        before = text[j - 1] if j > start else " "
        if is_word(c):
            j += 1
        elif c in ".,:" and before.isdigit() and after.isdigit():
            j += 1
        elif c == "." and after.isalpha() and joins_period(text, start, j, end):
            j += 1
        elif c in APOSTROPHES and before.isalpha() and after.isalpha() and not clitic(text, j, end) and not negation(text, j, end):
            j += 1
        elif c == "-" and after.isalnum() and joins_hyphen(text, start, j, end):
            j += 1
        elif c == "@" and before.isalpha() and after.isalpha():
            j += 1
        elif c in APOSTROPHES and before.isdigit() and after == "s":
            j += 1
        elif c == "/" and before.isdigit() and after.isdigit():
            j += 1
        elif c == "&" and before.isupper() and after.isupper():
            j += 1
        else:
            break
    if j < end and text[j] == "." and keeps_period(text, start, j, end):
        j += 1
    split(text, start, j, end, found)
    return j if not (j < end and text[j] in APOSTROPHES and negation(text, j, end)) else negated(text, start, j, found)


def negation(text, j, end):
    """Whether the apostrophe at `j` stands in "n't"."""
    return (text[j - 1] in "nN" and j + 1 < end and text[j + 1] in "tT"
            and not (j + 2 < end and is_word(text[j + 2])))


def negated(text, start, j, found):
    """Parts "don't" into "do" and "n't": the word just found ends before its n."""
    if found and found[-1][1] == j and j - 1 > found[-1][0]:
        found[-1] = (found[-1][0], j - 1)
        found.append((j - 1, j + 2))
    else:
        found[-1] = (found[-1][0], j + 2)
    return j + 2


def joins_period(text, start, j, end):
    """Whether a period between letters stays inside the word."""
    single = j - start == 1 or text[j - 2] == "."
    if single:
        return True
    part = text[start:j].lower()
    if part in ABBREVIATIONS:
        return False
    return text[j + 1].islower() and not text[j - 1].isupper()


def keeps_period(text, start, j, end):
    """Whether the period at `j` belongs to the word before it."""
    if j + 1 < end and text[j + 1] == ".":
        return False
    part = text[start:j]
    low = part.lower()
    if low in BEFORE_NUMBER:
        k = j + 1
        while k < len(text) and text[k] == " ":
            k += 1
        return k < len(text) and text[k].isdigit()
    if low in ABBREVIATIONS and (low not in WITH_CAPITAL or part[0].isupper()):
        return not (low == part and ends_line(text, j + 1))
    if "." in part and len(part) >= 3 and part[-1].isalpha() and part[-2] == ".":
        return True
    if ((start == 0 or text[start - 1] == "\n") and len(part) <= 5 and text[j + 1:j + 2] == " "
            and all(c.isdigit() or c == "." for c in part)):
        return True
    if len(part) == 1 and part.isupper() and part != "I":
        return not ends_line(text, j + 1)
    return False


def ends_line(text, k):
    """Whether nothing but closing marks and spaces stands between `k` and the end of its line."""
    while k < len(text) and text[k] in CLOSING:
        k += 1
    while k < len(text) and text[k] in " \t":
        k += 1
    return k == len(text) or text[k] in "\n\r"


def joins_hyphen(text, start, j, end):
    """Whether a hyphen stays inside the word."""
    part = text[start:j]
    if part.lower() in PREFIXES and text[j + 1].isalpha():
        return True
    if not all(c.isdigit() or c == "-" for c in part):
        return False
    k = j + 1
    while k < end and (text[k].isdigit() or text[k] == "-"):
        k += 1
    groups = text[start:k].rstrip("-").split("-")
    if k < end and is_word(text[k]):
        return False
    return len(groups) >= 3 or (len(groups) == 2 and len(groups[0]) == 3 and len(groups[1]) == 4)


def split(text, start, j, end, found):
    """Records one word, parted where two are written as one."""
    low = text[start:j].lower()
    if low in JOINED:
        cut = start + JOINED[low]
        found.append((start, cut))
        found.append((cut, j))
        return
    k = start
    while k < j and (text[k].isdigit() or text[k] in ".,:" and k + 1 < j):
        k += 1
    if k > start and low[k - start:].rstrip(".") in UNITS:
        found.append((start, k))
        found.append((k, j))
        return
    found.append((start, j))
