-- Near copies of a backlog: readings that `hearsay read --no-store --with-bands -f jsonl` wrote → links.parquet
--   cd FOLDER && duckdb < scripts/links.sql
-- One row a text that is a near copy, with the earliest text that it is one of: the ties that a ledger of the same reports has, whatever
-- the order in which it met them (Benchmarks/ledger/README.md). The numbers are those of Sources/HearsayLedger/Shingles.swift and NearCopyIndex.swift.
CREATE TEMP TABLE texts AS
  SELECT key, address, coalesce("time", 9e18) AS "time", coalesce(stood, 9e18) AS stood, bands, row_number() OVER (ORDER BY key) AS number,
    -- Runs of five words, each once, as numbers.
    list_distinct(list_transform(range(1, len(words) - 3), lambda place: hash(list_slice(words, place, place + 4)))) AS runs
  FROM (
    SELECT DISTINCT ON (key) json->>'$.report.key' AS key, json->>'$.linking.address' AS address, CAST(json->>'$.linking.time' AS DOUBLE) AS "time",
      CAST(json->>'$.linking.stood' AS DOUBLE) AS stood, CAST(json->'$.linking.bands' AS UINTEGER[]) AS bands,
      regexp_extract_all(lower(json->>'$.report.text'), '[\p{L}\p{N}]+') AS words
    FROM read_ndjson_objects('parts/*.jsonl', maximum_object_size = 134217728) ORDER BY key);
CREATE TEMP TABLE bands AS SELECT unnest(bands) AS band, number FROM texts;
-- What stands under all reports of an outlet makes bands of thousands, which tell nothing: the texts that are alike agree in others too.
DELETE FROM bands WHERE band IN (SELECT band FROM bands GROUP BY band HAVING count(*) > 256);
CREATE TEMP TABLE ties AS
  SELECT later, earlier, common, own, others FROM (
    SELECT
      CASE WHEN (one."time", one.stood, one.key) < (two."time", two.stood, two.key) THEN two.key ELSE one.key END AS later,
      CASE WHEN (one."time", one.stood, one.key) < (two."time", two.stood, two.key) THEN one.key ELSE two.key END AS earlier,
      len(list_intersect(one.runs, two.runs)) AS common, len(one.runs) AS own, len(two.runs) AS others
    FROM (SELECT a.number AS first, b.number AS second FROM bands a JOIN bands b ON a.band = b.band AND a.number < b.number GROUP BY ALL HAVING count(*) >= 2)
      JOIN texts one ON one.number = first JOIN texts two ON two.number = second
    WHERE one.address <> two.address)
  WHERE common / (own + others - common) >= 0.2 AND common / least(own, others) >= 0.4;
COPY (
  SELECT later AS key, arg_min(earlier, (texts."time", texts.stood, texts.key)) AS original, count(*) AS earlier_ones
  FROM ties JOIN texts ON texts.key = earlier GROUP BY later ORDER BY later) TO 'links.parquet' (FORMAT parquet);
