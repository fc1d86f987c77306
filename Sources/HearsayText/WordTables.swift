// Small tables of the word splitter; the same as in Training/hearsay_training/words.py.
// Source: compiled for Hearsay; which prefixes stay joined and which periods belong to words follows the counts in
// UD English EWT and GUM (training parts; facts only). Date: 2026-11.

enum WordTables {
  static let runs: Set<Unicode.Scalar> = [
    ".", "-", "–", "—", "*", "=", "_", "!", "?", "~", "…", "<", ">", "^", "+", "#", "|",
  ]

  static let closing: Set<Unicode.Scalar> = [
    ".", ",", ":", ";", "!", "?", ")", "]", "}", ">", "\"", "'", "”", "’", "»", "…",
  ]

  static let prefixes = words(
    """
    anti ante bi co counter cyber de e eco ex extra hyper infra inter intra macro mega meta micro mid mini \
    mis multi neo non pan para post pre pro proto pseudo quasi re semi sub super trans tri ultra un uni vice
    """)

  static let abbreviations = words(
    """
    mr mrs ms mx dr st ft prof rev hon gen col lt sgt capt cpl maj cmdr adm brig supt insp sen rep reps gov \
    pres sec amb atty jr sr esq inc corp co ltd plc bros dept univ assn etc vs v e.g i.e eg ie al cf ca viz \
    approx est jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun \
    no nos vol pp ed eds fig ave blvd rd hwy mt ph.d ala ariz ark calif colo conn fla ga ill ind kan ky la \
    md mich minn mo mont neb nev okla ore pa tenn tex va vt wash wis wyo n.y d.c
    """)

  /// Abbreviations only when written with a capital.
  static let withCapital = words(
    """
    ala ariz ark calif colo conn fla ga ill ind kan ky la md mich minn mo mont neb nev okla ore pa tenn tex va \
    wash wis gen hon col sen rep reps sec adm co ed mt st dr ms mx inc corp
    """)

  /// Abbreviations only before a number.
  static let beforeNumber = words("no nos sat sun mar mon wed thu fri fig vol pp dec")

  static let clitics: Set<String> = ["s", "re", "ve", "ll", "d", "m"]

  static let units = words(
    "k m b min mins hr hrs sec secs yr yrs am pm km kg cm mm mph kph lbs lb oz bn mn tn gb mb kb tb ft sq hz khz mhz ghz kw mw"
  )

  /// Two words written as one, and the length of the first.
  static let joined: [String: Int] = [
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "lemme": 3, "gimme": 3, "dont": 2, "didnt": 3,
    "doesnt": 4, "wont": 2, "cant": 2, "isnt": 2, "wasnt": 3,
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
