#!/usr/bin/env Rscript
# How often each outlet tells of attacks as having happened, from the tables that scripts/tables.sql made:
#   Rscript scripts/outlets.R [FOLDER]
# Reads Parquet with the package arrow, or where that is missing with DuckDB for Python through the package reticulate (Debian:
# r-cran-reticulate; RETICULATE_PYTHON names a Python that has duckdb).
folder <- c(commandArgs(trailingOnly = TRUE), ".")[1]
path <- function(name) file.path(folder, paste0(name, ".parquet"))

if (requireNamespace("arrow", quietly = TRUE)) {
  happenings <- as.data.frame(arrow::read_parquet(path("happenings")))
  reports <- as.data.frame(arrow::read_parquet(path("reports")))
} else {
  duckdb <- reticulate::import("duckdb")$connect()
  # Column by column: R's data frames and those of Python's pandas do not know each other in every version.
  load <- function(name, columns) {
    asked <- sprintf("SELECT %s FROM read_parquet('%s')", paste(columns, collapse = ", "), gsub("'", "''", path(name)))
    rows <- duckdb$execute(asked)$fetchall()
    frame <- lapply(seq_along(columns), function(at) sapply(rows, function(row) if (is.null(row[[at]])) NA else row[[at]]))
    as.data.frame(setNames(frame, columns))
  }
  happenings <- load("happenings", c("key", "type", "status", "main"))
  reports <- load("reports", c("key", "outlet"))
}

attacks <- happenings[happenings$type == "ASSAULT" & happenings$status == "happened" & happenings$main, ]
told <- merge(attacks["key"], reports[c("key", "outlet")], by = "key")
counts <- sort(table(told$outlet), decreasing = TRUE)
for (outlet in names(counts)) cat(counts[[outlet]], "\t", outlet, "\n", sep = "")
