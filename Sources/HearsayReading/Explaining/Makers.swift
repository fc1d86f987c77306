/// What makes records and values besides the rules of the files, in words.
///
/// Names that stand in `by` and are no rule's; a test fails if one of a reading is in neither.
enum Makers {
  static let told: [String: String] = [
    // Heads of the network.
    "attribution": "the network marks who says what",
    "happening-head": "the network marks the words as a happening",
    "status-head": "the network tells whether it happened",
    "hedge": "a word by which whoever tells it keeps his distance",
    "voice-head": "the network hears it in somebody's mouth",
    "role-head": "the network tells who takes part",
    "name-head": "the network marks it as a name",
    "mention-head": "the network marks it as a mention",
    "model-negated": "the network takes it for negated",
    "model-modality": "the network takes it for possible only",
    "model-future": "the network takes it for still to come",
    // Events.
    "event-words": "a word of the files tells the event",
    "clause": "the clause shows who takes part",
    "claim-act": "what the claim around it does",
    "dated-ahead": "its time is still to come",
    "quoted-headline": "a headline only quotes it",
    "question": "the sentence asks",
    "infinitive": "an infinitive that nothing says was done",
    "going-on": "the tense says that it goes on",
    "is-to": "“is to” tells what is to come",
    "no-evidence": "the evidence for it is wanting",
    "negated-before": "what was done before is negated above",
    // Claims.
    "verb": "a verb of saying with its subject and complements",
    "noun": "a noun of saying with its complements",
    "claim-of-responsibility": "the words “claim of responsibility”",
    "quotation": "quotation marks beside whoever speaks",
    "lead-in": "a colon after whoever speaks",
    "signature": "a dash before whoever speaks",
    "headline": "a headline names who says it",
    "cited": "an outlet cites somebody",
    "plea": "what is pleaded",
    "asked-to": "whoever is asked to do something is demanded of",
    "promised-harm": "harm that is promised is threatened",
    "wrongdoer": "whoever is said to have done wrong is blamed",
    "lexical-cue": "what the cue does by itself",
    // Entities and places.
    "speaker": "whoever speaks and is named nowhere else",
    "known-actors": "the table of actors (actors.tsv)",
    "countries": "the table of countries",
    "role-words": "the words of its office or kind",
    "pronoun": "a pronoun that stands for nobody named",
    "descriptions": "a noun that describes somebody",
    "gazetteer": "the gazetteer",
    "report-words": "the words of the report alone",
    // Times.
    "published": "counted from the day of publication",
    "fetched": "counted from the day it was fetched",
    "entry": "counted from the day of the live entry",
    "status": "the number of the post tells when it was written",
    "markup": "the page tells it beside the words",
    // Figures and wording.
    "number-words": "digits or number words",
    "rival-number": "it counts what the figure before it does, in another's words",
    "one-of-something": "an indefinite article before what is counted",
    "scare-quotes": "a few quoted words in the reporter's own sentence",
    "hedge-words": "a word of distance (hedges.tsv)",
    "loaded-words": "a word that judges (loaded.tsv)",
  ]
}
