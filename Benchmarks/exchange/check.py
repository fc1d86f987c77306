"""Every export through the tools that its users have: python3 check.py --hearsay PROGRAM --ledger LEDGER [--claimed] [--contexts FOLDER]

Prints a line a check; what is not installed (requirements.txt) is said to be unchecked. The status is 1 if something is refused.
--contexts names a folder with what is not ours to ship: anno.jsonld (w3c/web-annotation) and schemaorg.jsonld (schemaorg/schemaorg, releases), with which JSON-LD is
expanded, ninjs.json (iptc/newsinjson, specification/ninjs-schema_3.1.json), and web-annotation-tests (a clone of w3c/web-annotation-tests, the
schemas by which the W3C tries implementations: every assertion of its annotationMusts.test must hold).
"""
import argparse
import csv
import importlib
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TABLES = {"acled": "csv", "ged": "csv", "hxl": "csv", "polecat": "tsv", "gdelt-events": "tsv", "gdelt-mentions": "tsv"}
failed = []


def tell(what, flaws, count, unit="rows"):
    flaws = list(flaws)
    print(f"{what}: {count} {unit}, " + (f"{len(flaws)} refused: {str(flaws[0])[:300]}" if flaws else "all accepted"))
    if flaws:
        failed.append(what)


def needs(*modules):
    found = []
    for name in modules:
        try:
            found.append(importlib.import_module(name))
        except ImportError as missing:
            print(f"{name}: not checked: {missing}")
            return None
    return found if len(found) > 1 else found[0]


def tables(export, place):
    packages = {}
    for name in TABLES:
        folder = place / name
        export("-f", name, "--package", folder, *(["--non-lethal"] if name == "ged" else []), *(["--hxl"] if name == "hxl" else []))
        package = json.loads((folder / "datapackage.json").read_text())
        packages[name] = (folder, folder / package["resources"][0]["path"], package["resources"][0])
    frictionless, pandas, duckdb = needs("frictionless"), needs("pandas"), needs("duckdb")
    for name, (folder, path, resource) in packages.items():
        fields = resource["schema"]["fields"]
        dialect = resource.get("dialect", {})
        skip = len(dialect.get("commentRows", []))
        delimiter = "\t" if TABLES[name] == "tsv" else ","
        with open(path, newline="", encoding="utf-8") as file:
            rows = sum(1 for _ in csv.reader(file, delimiter=delimiter, quoting=csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL))
        rows -= (1 if dialect.get("header", True) else 0) + skip
        if frictionless:
            report = frictionless.validate(str(folder / "datapackage.json"))
            tell(f"frictionless, {name}", report.flatten(["rowNumber", "fieldName", "note"]), rows)
        if pandas:
            # As people read them: names where the file has none, tabs without quotation marks.
            options = {"sep": delimiter, "encoding": "utf-8", "low_memory": False, "keep_default_na": False, "na_values": ["", "None"]}
            if delimiter == "\t":
                options["quoting"] = csv.QUOTE_NONE
            if not dialect.get("header", True):
                options.update(header=None, names=[field["name"] for field in fields])
            elif skip:
                options["skiprows"] = list(range(1, 1 + skip))
            frame = pandas.read_csv(path, **options)
            flaws = [] if len(frame) == rows else [f"{len(frame)} rows"]
            flaws += [] if list(frame.columns) == [field["name"] for field in fields] else ["other columns"]
            for field in fields:
                column = frame[field["name"]].dropna()
                if field["type"] in ("integer", "year", "number") and len(column) and not pandas.api.types.is_numeric_dtype(column):
                    flaws.append(f"{field['name']} is no number")
                if field["type"] == "integer" and len(column) and not (column.astype(float) % 1 == 0).all():
                    flaws.append(f"{field['name']} is not whole")
                if field["type"] == "date" and len(column):
                    try:
                        pandas.to_datetime(column, format="%Y-%m-%d")
                    except ValueError as error:
                        flaws.append(f"{field['name']}: {error}")
            tell(f"pandas, {name}", flaws, rows)
        if duckdb and delimiter == ",":
            found = duckdb.sql(f"SELECT count(*) FROM read_csv('{path}', header=true, skip=0, all_varchar=true, strict_mode=true, comment='')").fetchall()[0][0] - skip
            tell(f"duckdb, {name}", [] if found == rows else [f"{found} rows"], rows)
    hxl = needs("hxl")
    if hxl:
        path = packages["hxl"][1]
        options = hxl.input.InputOptions(allow_local=True)
        data = hxl.data(str(path), options)
        tags, count = data.display_tags, sum(1 for _ in data)
        wanted = len(packages["hxl"][2]["schema"]["fields"])
        tell("libhxl, hxl", [] if len(tags) == wanted else [f"{len(tags)} of {wanted} tags"], count)


def lines(export, place, name, *flags):
    path = place / f"{name}.jsonl"
    export("-f", name, "-o", path, *flags)
    return [json.loads(line) for line in path.read_text().splitlines()]


def documents(export, place, contexts):
    jsonschema = needs("jsonschema")
    written = {}
    for name in ("web-annotation", "claimreview"):
        written[name] = lines(export, place, name, "--claimed")
        if jsonschema:
            validator = jsonschema.Draft202012Validator(json.loads((HERE / f"{name}.schema.json").read_text()))
            flaws = [f"{error.json_path}: {error.message}" for line in written[name] for error in validator.iter_errors(line)]
            tell(f"jsonschema, {name}", flaws, len(written[name]), "objects")
    if contexts:
        expanded(written, contexts)
        if jsonschema and (contexts / "web-annotation-tests").is_dir():
            musts(jsonschema, written["web-annotation"], contexts / "web-annotation-tests")
        if jsonschema and (contexts / "ninjs.json").exists():
            schema = json.loads((contexts / "ninjs.json").read_text())
            from referencing import Registry, Resource
            from referencing.jsonschema import DRAFT202012
            # What it takes from other places (shapes of GeoJSON) is not at hand and not looked at.
            anything = Registry(retrieve=lambda uri: Resource.from_contents({}, default_specification=DRAFT202012))
            validator = jsonschema.validators.validator_for(schema)(schema, registry=anything)
            reports = lines(export, place, "ninjs")
            flaws = [f"{error.json_path}: {error.message}" for line in reports for error in validator.iter_errors(line)]
            tell("jsonschema, ninjs 3.1", flaws, len(reports), "reports")
    path = place / "map.geojson"
    export("-f", "geojson", "-o", path)
    features = json.loads(path.read_text())
    geojson = needs("geojson_validator")
    if geojson:
        told = geojson.validate_structure(features)
        # Features without a place have no geometry, as RFC 7946 wants it; only those with one have something to look at.
        shaped = {"type": "FeatureCollection", "features": [feature for feature in features["features"] if feature["geometry"]]}
        found = geojson.validate_geometries(shaped)
        tell("geojson-validator, geojson", [told] if told else [flaw for part in ("invalid", "problematic") for flaw in [found.get(part)] if flaw],
             len(features["features"]), "features")
    prov = needs("prov.model")
    if prov:
        path = place / "prov.json"
        export("-f", "prov", "-o", path)
        document = prov.ProvDocument.deserialize(str(path), format="json")
        again = prov.ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
        rdflib = needs("rdflib")
        if rdflib:
            # As JSON-LD, which other programs read: everything that is said to be something is there.
            graph = rdflib.Graph().parse(data=document.serialize(format="rdf", rdf_format="json-ld"), format="json-ld")
            typed = set(graph.subjects(rdflib.RDF.type, None))
            named = {record.identifier.uri for record in document.get_records() if record.is_element()}
            missing = named - {str(one) for one in typed}
            tell("rdflib, prov as JSON-LD", [f"{len(missing)} are lost"] if missing else [], len(graph), "triples")
        tell("prov, prov", [] if document == again else ["not the same when it is written again"], len(document.get_records()), "records")


def musts(jsonschema, written, suite):
    """What the W3C's own schemas demand of every annotation."""
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT4

    named = {path.name: Resource.from_contents(json.loads(path.read_text()), default_specification=DRAFT4)
             for path in (suite / "definitions").glob("*.json")}
    registry = Registry().with_resources(named.items())
    assertions = json.loads((suite / "annotations/annotationMusts.test").read_text())["assertions"]
    flaws, held = [], 0
    for name in assertions:
        schema = json.loads((suite / name).read_text())
        schema.pop("id", None)
        validator = jsonschema.Draft4Validator(schema, registry=registry, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
        wants = schema.get("expectedResult", "valid") == "valid"
        wrong = [line["id"] for line in written if validator.is_valid(line) != wants]
        held += not wrong
        flaws += [f"{name}: {schema.get('errorMessage')} ({len(wrong)}, such as {wrong[0]})"] if wrong else []
    tell(f"W3C's tests, web-annotation ({held} of {len(assertions)} assertions hold)", flaws, len(written), "objects")


def expanded(written, contexts):
    jsonld = needs("pyld")
    if not jsonld:
        return
    known = {"http://www.w3.org/ns/anno.jsonld": "anno.jsonld", "https://schema.org": "schemaorg.jsonld"}

    def load(url, _):
        name = known.get(url.rstrip("/"))
        if name is None:
            raise ValueError(f"another context: {url}")
        return {"contextUrl": None, "documentUrl": url, "document": json.loads((contexts / name).read_text())}

    jsonld.jsonld.set_document_loader(load)
    for name, context in (("web-annotation", "anno.jsonld"), ("claimreview", "schemaorg.jsonld")):
        if not (contexts / context).exists():
            print(f"pyld, {name}: not checked: no {context}")
            continue
        flaws = []
        for line in written[name][:500]:
            whole = jsonld.jsonld.expand(line)[0]
            # Expansion drops what the context has no word for: nothing of ours may be.
            left = leaves(line) - leaves(whole)
            if left > 0:
                flaws.append(f"{left} values are lost")
        tell(f"pyld, {name}", flaws, min(500, len(written[name])), "objects")
        if context == "schemaorg.jsonld":
            # Its context takes any word: only those that it names are schema.org's.
            own = set(json.loads((contexts / context).read_text())["@context"])
            words = {word for line in written[name] for word in names(line)}
            tell("schema.org, names", sorted(words - own), len(words), "names")


def names(value):
    """The names of all fields, and of what things are."""
    if isinstance(value, list):
        return {name for part in value for name in names(part)}
    if not isinstance(value, dict):
        return set()
    found = {key for key in value if not key.startswith("@")} | ({value["@type"]} if "@type" in value else set())
    return found | {name for part in value.values() for name in names(part)}


def leaves(value):
    """How many values there are, contexts and types aside."""
    if isinstance(value, dict):
        if "@value" in value:
            return 1
        if set(value) == {"@id"}:
            return 1
        return sum(leaves(part) for key, part in value.items() if key not in ("@context", "@type", "type"))
    if isinstance(value, list):
        return sum(map(leaves, value))
    return 1


def records(export, place):
    """Record by record: as many rows, and the same numbers, whichever format."""
    pandas = needs("pandas")
    if not pandas:
        return
    numbers = {}
    for name, column in (("hxl", "id"), ("polecat", "Event ID")):
        path = place / f"{name}-records"
        export("-f", name, "--per", "record", "--claimed", "--extra", "-o", path)
        frame = pandas.read_csv(path, sep="\t" if name == "polecat" else ",", dtype=str, skiprows=[1] if name == "hxl" else None,
                                quoting=csv.QUOTE_NONE if name == "polecat" else csv.QUOTE_MINIMAL)
        numbers[name] = set(frame[column])
        flaws = [] if frame[column].is_unique else ["a number stands twice"]
        flaws += [] if frame["hearsay_part_of"].notna().all() else ["a record is part of nothing"]
        tell(f"pandas, {name} --per record", flaws, len(frame))
    strange = numbers["polecat"] - numbers["hxl"]
    tell("numbers, polecat and hxl --per record", [f"{len(strange)} are in one alone"] if strange else [], len(numbers["hxl"]), "numbers")


def returned(export, place, hearsay, ledger):
    """Decisions, exported as annotations and imported where they came from: the ledger knows them all."""
    path = place / "web-annotation.jsonl"
    count = sum(json.loads(line)["motivation"] == "assessing" for line in path.read_text().splitlines())
    told = subprocess.run([hearsay, "import", "--ledger", ledger, str(path)], capture_output=True, text=True).stderr
    flaws = [] if " 0 kept" in told and (f"{count} known" in told or not count) else [told.strip()]
    tell("import of one's own annotations", flaws, count, "decisions")


def archive(export, place):
    """Reports as a web archive, through warcio's own check of digests and lengths."""
    warcio = needs("warcio.checker")
    if not warcio:
        return
    import argparse as arguments

    path = place / "reports.warc.gz"
    export("-f", "warc", "-o", path)
    checker = warcio.Checker(arguments.Namespace(inputs=[str(path)], verbose=False))
    checker.process_all()
    from warcio.archiveiterator import ArchiveIterator
    with open(path, "rb") as file:
        count = sum(1 for _ in ArchiveIterator(file))
    tell("warcio, warc", ["a digest or length is wrong"] if checker.exit_value else [], count, "records")


def parts(export, place):
    """The ledger's readings as scripts/spread leaves them, twice over, through scripts/tables.sql."""
    duckdb = needs("duckdb")
    if not duckdb:
        return
    import os
    import shutil

    folder = place / "spread"
    (folder / "parts").mkdir(parents=True)
    export("-f", "jsonl", "-o", folder / "parts/a.jsonl")
    shutil.copy(folder / "parts/a.jsonl", folder / "parts/b.jsonl")
    lines = [json.loads(line) for line in (folder / "parts/a.jsonl").read_text().splitlines()]
    before = os.getcwd()
    os.chdir(folder)
    try:
        duckdb.execute((HERE.parent.parent / "scripts/tables.sql").read_text())
        for kind in ("reports", "happenings", "claims"):
            found = duckdb.sql(f"SELECT count(*) FROM '{kind}.parquet'").fetchall()[0][0]
            wanted = len(lines) if kind == "reports" else sum(len(line[kind]) for line in lines)
            tell(f"duckdb, tables.sql, {kind}", [] if found == wanted else [f"{wanted} are wanted"], found)
    finally:
        os.chdir(before)


def parquet(place):
    """Tables as Parquet by scripts/parquet, read by both libraries: as many rows as the CSV has, days as days, numbers as numbers."""
    pyarrow, duckdb = needs("pyarrow.parquet"), needs("duckdb")
    if not pyarrow or not duckdb:
        return
    for name in ("acled", "ged", "hxl"):
        resource = json.loads((place / name / "datapackage.json").read_text())["resources"][0]
        path = place / name / resource["path"]
        subprocess.run([sys.executable, HERE.parent.parent / "scripts/parquet", path], check=True, stdout=subprocess.DEVNULL)
        table = pyarrow.read_table(path.with_suffix(".parquet"))
        rows = duckdb.sql(f"SELECT count(*) FROM '{path.with_suffix('.parquet')}'").fetchall()[0][0]
        with open(path, newline="", encoding="utf-8") as file:
            wanted = sum(1 for _ in csv.reader(file)) - 1 - len(resource.get("dialect", {}).get("commentRows", []))
        kinds = {"integer": "int", "number": ("double", "int"), "date": "date", "year": "int"}
        flaws = [] if table.num_rows == rows == wanted else [f"{table.num_rows} and {rows} rows"]
        flaws += [f"{field['name']} is {table.schema.field(field['name']).type}" for field in resource["schema"]["fields"]
                  if field["type"] in kinds and not str(table.schema.field(field["name"]).type).startswith(kinds[field["type"]])]
        tell(f"pyarrow and duckdb, {name} as Parquet", flaws, rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hearsay", required=True)
    parser.add_argument("--ledger", required=True)
    parser.add_argument("--contexts", type=pathlib.Path)
    parser.add_argument("--limit", default="4000", help="incidents a file")
    asked = parser.parse_args()

    def export(*words):
        status = subprocess.run([asked.hearsay, "export", "--ledger", asked.ledger, "-q", "-n", asked.limit, *map(str, words)]).returncode
        # 1: there is no row, which is no mistake.
        if status not in (0, 1):
            sys.exit(f"export {' '.join(map(str, words))} ended with {status}")

    with tempfile.TemporaryDirectory() as place:
        tables(export, pathlib.Path(place))
        documents(export, pathlib.Path(place), asked.contexts)
        parquet(pathlib.Path(place))
        records(export, pathlib.Path(place))
        returned(export, pathlib.Path(place), asked.hearsay, asked.ledger)
        archive(export, pathlib.Path(place))
        parts(export, pathlib.Path(place))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
