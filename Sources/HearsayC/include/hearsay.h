/* Hearsay for other languages: news reports in, records out.
 *
 * A reading is a function of the bytes and the request: no network, no ledger, no clock, nothing printed.
 *
 * Units. Sizes are in bytes. All text is UTF-8; JSON comes back in one piece, as `hearsay read -f jsonl` writes a line, without
 * the line end (Documentation/Formats.md is the contract). Positions in it count code points of `report.text`.
 *
 * Ownership. What a function writes to `answer` or `error` belongs to the caller, who gives it to hearsay_free(). It ends with
 * a zero byte that its size does not count. What the caller passes in is only looked at during the call. A reader belongs to
 * the caller, who gives it to hearsay_close() once, when no thread uses it any more.
 *
 * Errors. Every function that can fail returns a status; for all but HEARSAY_READ and HEARSAY_OPENED the text is a sentence in
 * English for people. One report that cannot be read leaves the reader as it was. Memory that runs out ends the process.
 *
 * Threads. A reader may be used by any number of threads at once; each reading in hand takes some 10 MB, which are kept for
 * the next. Locks are not taken while reading.
 *
 * Fork. A reader that was opened before fork() may be used in the child, also when other threads of the parent were reading
 * at that moment; the weights stay shared. Not while another thread is inside hearsay_open(). Both processes close their own.
 */
#ifndef HEARSAY_H
#define HEARSAY_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Weights, gazetteer and tables, loaded: some 70 MB, most of them mapped from files. */
typedef struct hearsay_reader hearsay_reader;

enum {
  HEARSAY_OPENED = 0,      /* hearsay_open: `*reader` can be used */
  HEARSAY_READ = 0,        /* hearsay_read: `*answer` is a reading in JSON */
  HEARSAY_NO_REPORT = 1,   /* hearsay_read: these bytes hold no report; `*answer` says why */
  HEARSAY_BAD_REQUEST = 2, /* options or request are not as told below; the text says where */
  HEARSAY_NO_DATA = 3      /* hearsay_open: weights or data are missing or damaged; the text names the file */
};

/* The version of the library, as in `report.reader.version`: text that stays. */
const char *hearsay_version(void);

/* Opens a reader.
 *
 * share    the folder with Models and Data in it; or NULL: `hearsay`, `../share/hearsay` or `../../share/hearsay` beside the
 *          folder of this library. Nothing else is looked at.
 * options  a JSON object, ended by a zero byte; or NULL. "anyLanguage": true reads texts that are plainly not in English too
 *          (their text is kept and nothing told of it otherwise).
 * reader   where the reader is put; NULL after a failure.
 * error    where a sentence is put after a failure, NULL otherwise; may be NULL itself.
 */
int hearsay_open(const char *share, const char *options, hearsay_reader **reader, char **error);

/* Reads one report.
 *
 * bytes, count              the report as it came: a web page, plain text, any charset; at most 64 MiB.
 * request, request_count    a JSON object, or NULL and 0. All fields are text and may be left out:
 *                           "url" the address it came from, which makes its id; "contentType" the header of that name;
 *                           "published" the day or time of publication, if it is known better than the report says (ISO 8601);
 *                           "fetched" when it was fetched (ISO 8601), for dates of reports that tell none.
 * answer, answer_count      where the JSON, or the sentence, is put; `answer_count` may be NULL.
 */
int hearsay_read(hearsay_reader *reader, const uint8_t *bytes, size_t count, const char *request,
                 size_t request_count, char **answer, size_t *answer_count);

/* Gives back what hearsay_open or hearsay_read put into `error` or `answer`; NULL is allowed. */
void hearsay_free(char *text);

/* Closes a reader; NULL is allowed. */
void hearsay_close(hearsay_reader *reader);

#ifdef __cplusplus
}
#endif

#endif
