-- Parts that scripts/spread wrote → one Parquet file a kind of record:  cd FOLDER && duckdb < scripts/tables.sql
-- Nothing is doubled: of lines with one key (the same page in two archives) the first file's counts.
CREATE TEMP TABLE readings AS
  SELECT * EXCLUDE (place) FROM (
    SELECT json AS line, json->>'$.report.key' AS key,
      row_number() OVER (PARTITION BY json->>'$.report.key' ORDER BY filename) AS place
    FROM read_ndjson_objects('parts/*.jsonl', filename = true, maximum_object_size = 134217728))
  WHERE place = 1;
COPY (
  SELECT key, line->>'$.report.url' AS url, line->>'$.report.outlet' AS outlet, line->>'$.report.title' AS title,
    line->>'$.report.published' AS published, line->>'$.report.language' AS language, line->>'$.report.text' AS text
  FROM readings ORDER BY key) TO 'reports.parquet' (FORMAT parquet);
COPY (
  SELECT key, h->>'$.id' AS id, h->>'$.type' AS type, h->>'$.mode' AS mode, h->>'$.label' AS label, h->>'$.status' AS status,
    h->>'$.certainty' AS certainty, CAST(h->>'$.main' AS BOOLEAN) AS main, CAST(h->>'$.confidence' AS DOUBLE) AS confidence, CAST(h AS VARCHAR) AS record
  FROM (SELECT key, unnest(CAST(line->'$.happenings' AS JSON[])) AS h FROM readings) ORDER BY key, id) TO 'happenings.parquet' (FORMAT parquet);
COPY (
  SELECT key, c->>'$.id' AS id, c->>'$.speaker' AS speaker, c->>'$.source.exact' AS source, c->>'$.act' AS act, c->>'$.polarity' AS polarity,
    c->>'$.certainty' AS certainty, CAST(c AS VARCHAR) AS record
  FROM (SELECT key, unnest(CAST(line->'$.claims' AS JSON[])) AS c FROM readings) ORDER BY key, id) TO 'claims.parquet' (FORMAT parquet);
