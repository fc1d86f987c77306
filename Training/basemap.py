"""Makes Data/desk/world.txt, the base map of the desk, from GeoJSON of Natural Earth (public domain).

    python3 Training/basemap.py FOLDER > Data/desk/world.txt

FOLDER holds ne_50m_land.json, ne_50m_admin_0_boundary_lines_land.json, ne_50m_admin_0_boundary_lines_disputed_areas.json and
ne_110m_admin_0_countries.json, as they stand in github.com/martynafford/natural-earth-geojson. Each line is one ring or line: what it is,
for a country its ISO 3166 code, then its first point and the steps from point to point, longitude before latitude, in fiftieths of a
degree. No names: the map says nothing about whose anything is.
"""

import json
import sys
from pathlib import Path

UNIT = 50


def lines(geometry):
    """The rings and lines of a geometry."""
    kind, places = geometry["type"], geometry["coordinates"]
    if kind == "Polygon":
        return places
    if kind == "MultiPolygon":
        return [ring for polygon in places for ring in polygon]
    if kind == "LineString":
        return [places]
    if kind == "MultiLineString":
        return places
    raise SystemExit(f"a {kind} is no line")


def packed(points, least):
    """A line as steps; points nearer than `least` units to the one before are left out."""
    whole = [(round(x * UNIT), round(y * UNIT)) for x, y, *_ in points]
    kept = [whole[0]]
    for x, y in whole[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= least:
            kept.append((x, y))
    kept.append(whole[-1])
    steps = list(kept[0])
    for (x, y), (before_x, before_y) in zip(kept[1:], kept):
        steps += [x - before_x, y - before_y]
    return steps if len(kept) > 2 else None


def write(name, path, least, code=None):
    for feature in json.loads(path.read_text())["features"]:
        for line in lines(feature["geometry"]):
            steps = packed(line, least)
            if steps:
                word = f"{name} {code(feature['properties'])}" if code else name
                print(word, *steps)


def iso(properties):
    """The ISO 3166 code of a country, as Natural Earth has it; `-` where it has none."""
    for key in ("ISO_A3_EH", "ISO_A3", "ADM0_A3"):
        value = str(properties.get(key, ""))
        if len(value) == 3 and value.isalpha():
            return value
    return "-"


def main(folder):
    print("# The base map of the desk. Source: Natural Earth (naturalearthdata.com), public domain: 1:50m land, land borders and")
    print("# disputed borders, 1:110m countries; as GeoJSON in martynafford/natural-earth-geojson (CC0), January 2024.")
    print("# Made by Training/basemap.py: first point and steps, longitude before latitude, in fiftieths of a degree.")
    write("land", folder / "ne_50m_land.json", 4)
    write("border", folder / "ne_50m_admin_0_boundary_lines_land.json", 4)
    write("disputed", folder / "ne_50m_admin_0_boundary_lines_disputed_areas.json", 2)
    write("country", folder / "ne_110m_admin_0_countries.json", 1, iso)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
