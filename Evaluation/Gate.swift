import Foundation

/// Judges what was measured: below its floor, on other texts than the floor, or not measured at all.
///
/// A gate that is silent about what it did not look at would let everything through.
struct Gate {
  /// What is wrong with a figure or a corpus.
  enum Fault: Equatable, CustomStringConvertible {
    /// Lower than its floor.
    case below(String, value: Double, floor: Double)
    /// There is a floor, and no measure gave the figure.
    case notMeasured(String)
    /// Measured on another number of texts than its floor was.
    case otherTexts(String, read: Int, pinned: Int)
    /// What a measure needs is not there.
    case noData(String)
    /// What a measure reads is not what the floors were measured on.
    case otherCorpus(String)
    /// A corpus or a figure that nobody has pinned.
    case notPinned(String)

    var description: String {
      switch self {
      case .below(let key, let value, let floor): "\(key) is \(value), below its floor \(floor)"
      case .notMeasured(let key): "\(key) has a floor and was not measured"
      case .otherTexts(let key, let read, let pinned):
        "\(key) was measured on \(read) texts, its floor on \(pinned)"
      case .noData(let path): "\(path) is not in the data folder"
      case .otherCorpus(let path):
        "\(path) is not what the floors were measured on (Evaluation/corpora.json; --pin after looking why)"
      case .notPinned(let name): "\(name) is not in Evaluation/corpora.json (--pin adds it)"
      }
    }
  }

  let floors: [String: Double]
  let pinned: Corpora
  /// By how much a figure may be below its floor.
  var noise = Floors.noise

  /// What is wrong with one figure.
  func faults(of score: Score) -> [Fault] {
    var faults: [Fault] = []
    if let floor = floors[score.key], score.value + noise < floor {
      faults.append(.below(score.key, value: score.value, floor: floor))
    }
    if let texts = pinned.texts[score.key] {
      if texts != score.of {
        faults.append(.otherTexts(score.key, read: score.of, pinned: texts))
      }
    } else {
      faults.append(.notPinned(score.key))
    }
    return faults
  }

  /// The floors that were not measured, when every measure was to run.
  func unmeasured(_ scores: [Score]) -> [Fault] {
    let keys = Set(scores.map(\.key))
    return floors.keys.sorted().filter { !keys.contains($0) }.map(Fault.notMeasured)
  }

  /// What is wrong with a corpus.
  func faults(of path: String, found: Corpora.Pin?) -> [Fault] {
    guard let found else { return [.noData(path)] }
    guard let pin = pinned.corpora[path] else { return [.notPinned(path)] }
    return pin == found ? [] : [.otherCorpus(path)]
  }
}
