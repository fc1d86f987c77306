import FoundationEssentials
import HearsayLanguage
import HearsayPlaces
import HearsayReading
import HearsayRecords
import TestSupport
import Testing

/// The places of a text, with a gazetteer of two invented countries and their towns.
private func places(_ text: AnnotatedText) throws -> [Place] {
  let folder = try TemporaryFolder()
  let countries =
    "ARV\tAV\tArvania\t\tMarvel\tArvanian\t1\tNorth Bank|South Strip=Strip\n"
    + "SUL\tSU\tSullia\t\tSull\tSullian\t2\n"
  let towns = [
    "africa\tMahd\tc\tSUL\t\t\t1.0\t2.0\t51803\t30",
    "brenn\tBrenn\tc\tARV\t\t\t1.0\t2.0\t400000\t10",
    "marvel\tMarvel\tC\tARV\t\t\t1.0\t2.0\t900000\t11",
    "sull\tSull\tC\tSUL\t\t\t1.0\t2.0\t900000\t20",
    "tarn\tTarn\tc\tSUL\t\t\t1.0\t2.0\t7000\t21",
  ]
  try Data(countries.utf8).write(to: URL(filePath: folder("countries.tsv")))
  try Data((towns.joined(separator: "\n") + "\n").utf8)
    .write(to: URL(filePath: folder("places.tsv")))
  try Data("ARV.01\tWest Arvania\n".utf8).write(to: URL(filePath: folder("divisions.tsv")))
  let draft = Draft(text: text, context: ReportContext())
  return PlaceReader.read(draft, gazetteer: try Gazetteer(folder: folder.path)).map(\.record)
}

@Suite struct PlaceTests {
  @Test func `a place that the gazetteer does not know has no country of a place named near it`()
    throws
  {
    let found = try places(
      handmade(
        """
        Fires fire NOUN NNS 2 nsubj
        spread spread VERB VBD 0 root
        in in ADP IN 4 case
        Aldermark Aldermark PROPN NNP 2 obl
        , , PUNCT , 6 punct
        Brenn Brenn PROPN NNP 4 conj
        and and CCONJ CC 8 cc
        Sull Sull PROPN NNP 4 conj
        """,
        names: [
          "Aldermark": .politicalPlace, "Brenn": .politicalPlace, "Sull": .politicalPlace,
        ]))
    #expect(found.map(\.name) == ["Aldermark", "Brenn", "Sull"])
    #expect(found.map(\.country) == [nil, "ARV", "SUL"])
    #expect(found.first?.within == nil)
  }

  struct Told: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let words: String
    let name: String
    let holder: String?
  }

  static let told = [
    Told(
      testDescription: "the Green Zone in Brenn",
      words: """
        Shells shell NOUN NNS 2 nsubj
        hit hit VERB VBD 0 root
        the the DET DT 5 det
        Green Green PROPN NNP 5 compound
        Zone Zone PROPN NNP 2 obj
        in in ADP IN 7 case
        Brenn Brenn PROPN NNP 2 obl
        """, name: "Green Zone", holder: "Brenn"),
    Told(
      testDescription: "Brenn's Green Zone",
      words: """
        Brenn Brenn PROPN NNP 4 nmod:poss
        's 's PART POS 1 case
        Green Green PROPN NNP 4 compound
        Zone Zone PROPN NNP 5 nsubj
        burned burn VERB VBD 0 root
        """, name: "Green Zone", holder: "Brenn"),
    Told(
      testDescription: "Oldham, Arvania",
      words: """
        It it PRON PRP 2 nsubj
        rained rain VERB VBD 0 root
        in in ADP IN 4 case
        Oldham Oldham PROPN NNP 2 obl
        , , PUNCT , 6 punct
        Arvania Arvania PROPN NNP 4 appos
        """, name: "Oldham", holder: "Arvania"),
    Told(
      testDescription: "Oldham in northern Arvania",
      words: """
        It it PRON PRP 2 nsubj
        rained rain VERB VBD 0 root
        in in ADP IN 4 case
        Oldham Oldham PROPN NNP 2 obl
        in in ADP IN 7 case
        northern northern ADJ JJ 7 amod
        Arvania Arvania PROPN NNP 2 obl
        """, name: "Oldham", holder: "Arvania"),
    Told(
      testDescription: "the Arvanian town of Oldham",
      words: """
        It it PRON PRP 2 nsubj
        rained rain VERB VBD 0 root
        in in ADP IN 6 case
        the the DET DT 6 det
        Arvanian arvanian ADJ JJ 6 amod
        town town NOUN NN 2 obl
        of of ADP IN 8 case
        Oldham Oldham PROPN NNP 6 nmod
        """, name: "Oldham", holder: nil),
  ]

  @Test(arguments: told) func `a place lies where the words beside it tell`(_ told: Told) throws {
    let found = try places(
      handmade(
        told.words,
        names: [
          "Green Zone": .facility, "Brenn": .politicalPlace, "Oldham": .politicalPlace,
          "Arvania": .politicalPlace,
        ]))
    let place = try #require(found.first { $0.name == told.name })
    #expect(place.country == "ARV")
    #expect(place.within == found.first { $0.name == told.holder }?.id)
  }

  @Test func `from where somebody comes is not where a place lies`() throws {
    let found = try places(
      handmade(
        """
        Troops troop NOUN NNS 2 nsubj
        entered enter VERB VBD 0 root
        Oldham Oldham PROPN NNP 2 obj
        from from ADP IN 5 case
        Arvania Arvania PROPN NNP 3 nmod
        """, names: ["Oldham": .politicalPlace, "Arvania": .politicalPlace]))
    #expect(found.map(\.country) == [nil, "ARV"])
  }

  /// The comma was taken for the middle of "Georgia, the US state", and its article for one of the next sentence, or of none.
  @Test(arguments: [
    "", "\n\nThe the DET DT 2 det\nmayor mayor NOUN NN 3 nsubj\nleft leave VERB VBD 0 root",
  ])
  func `a comma may end a sentence behind a place`(_ next: String) throws {
    let found = try places(
      handmade(
        """
        Fighting fighting NOUN NN 2 nsubj
        reached reach VERB VBD 0 root
        Brenn Brenn PROPN NNP 2 obj
        , , PUNCT , 2 punct
        """ + next, names: ["Brenn": .politicalPlace]))
    #expect(found.map(\.name) == ["Brenn"])
  }

  @Test func `a street named after a city lies where the text says, not there`() throws {
    let text =
      "Brenn/PROPN Street/PROPN and/CCONJ Brenn/PROPN University/PROPN closed/VERB ./PUNCT\n"
    let found = try places(
      tagged(
        text + "Brenn/PROPN slept/VERB ./PUNCT",
        names: [
          "Brenn Street": .facility, "Brenn University": .facility, "Brenn": .politicalPlace,
        ]))
    #expect(found.map(\.name) == ["Brenn Street", "Brenn University", "Brenn"])
    #expect(found.map(\.country) == [nil, "ARV", "ARV"])
  }

  @Test func `a continent is no town of that name`() throws {
    let found = try places(
      tagged("They/PRON came/VERB from/ADP Africa/PROPN ./PUNCT", names: ["Africa": .location]))
    #expect(found.map(\.name) == ["Africa"])
    #expect(found.map(\.kind) == ["continent"])
    #expect(found.map(\.country) == [nil])
    #expect(found.map(\.geonameid) == [nil])
  }

  @Test func `what takes the article is no town`() throws {
    let river = try places(
      tagged(
        "A/DET boat/NOUN sank/VERB on/ADP the/DET Tarn/PROPN ./PUNCT", names: ["Tarn": .location])
    )
    #expect(river.map(\.geonameid) == [nil])
    let town = try places(
      tagged("A/DET boat/NOUN sank/VERB at/ADP Tarn/PROPN ./PUNCT", names: ["Tarn": .location]))
    #expect(town.map(\.geonameid) == [21])
  }

  @Test func `the parts of a country are places of their own in it`() throws {
    let found = try places(
      tagged(
        "The/DET Strip/PROPN and/CCONJ the/DET North/PROPN Bank/PROPN are/AUX parts/NOUN of/ADP Arvania/PROPN ./PUNCT",
        names: ["Strip": .politicalPlace, "North Bank": .location, "Arvania": .politicalPlace]))
    #expect(found.map(\.name) == ["South Strip", "North Bank", "Arvania"])
    #expect(found.map(\.country) == ["ARV", "ARV", "ARV"])
    #expect(found.map(\.kind) == ["region", "region", "country"])
    #expect(found.map(\.within) == ["p3", "p3", nil])
  }

  @Test
  func `another name leads to the one that it is meant for, of several that are called the same`()
    throws
  {
    let folder = try TemporaryFolder()
    let lines = [
      "little port\t>port", "old port\t>port\t2", "port\t\tc\tARV\t01\t\t1.0\t2.0\t900\t11",
      "port\t\tc\tARV\t02\t\t3.0\t4.0\t800\t12", "second port\t>port\t3",
    ]
    for (name, text) in [
      ("countries.tsv", "ARV\tAV\tArvania\t\tPort\tArvanian\t10\n"),
      ("divisions.tsv", "ARV.01\tNorth\n"),
      ("places.tsv", lines.joined(separator: "\n") + "\n"),
    ] {
      try Data(text.utf8).write(to: URL(filePath: folder(name)))
    }
    let gazetteer = try Gazetteer(folder: folder.path)
    #expect(gazetteer.candidates(for: "Port").map(\.geonameid) == [11, 12])
    #expect(gazetteer.candidates(for: "Old Port").map(\.geonameid) == [12])
    // A table that does not say which of several, or names one that is not there, leads nowhere.
    #expect(gazetteer.candidates(for: "Little Port").isEmpty)
    #expect(gazetteer.candidates(for: "Second Port").isEmpty)
  }

  @Test func `a name that is spelled in another way is the same place`() throws {
    let folder = try TemporaryFolder()
    let lines = [
      "dayr az zawr\tDayr az Zawr\tc\tSYR\t07\t\t35.3\t40.1\t300000\t170794",
      "deir ez zor\t>dayr az zawr",
      "~dir zur\t>dayr az zawr",
    ]
    for (name, text) in [
      ("countries.tsv", "SYR\tSY\tSyria\t\tDamascus\tSyrian\t163843\n"),
      ("divisions.tsv", "SYR.07\tDeir ez-Zor Governorate\n"),
      ("places.tsv", lines.joined(separator: "\n") + "\n"),
    ] {
      try Data(text.utf8).write(to: URL(filePath: folder(name)))
    }
    let gazetteer = try Gazetteer(folder: folder.path)
    for name in ["Dayr az-Zawr", "Deir ez-Zor", "Dair al-Zor"] {
      let found = gazetteer.candidates(for: name)
      #expect(found.map(\.geonameid) == [170794], "\(name)")
      #expect(found.map(\.admin1) == ["Deir ez-Zor Governorate"])
    }
    #expect(gazetteer.candidates(for: "Dair al-Zor").map(\.isHeard) == [true])
    #expect(gazetteer.candidates(for: "Homs").isEmpty)
  }
}
