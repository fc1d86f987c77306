import Foundation
import HearsayRecords

/// Short texts of our own with the counts, times and places that a careful coder reads from them.
///
/// A text is right if everything in its last column is told, and nothing that the column rules out. Every third kind is *unseen*: it is
/// not looked at while the code is tuned, and only its sum is printed.
enum WordProbes {
  static let counts = measure("counts") { fault(counts: $0, $1) }
  static let times = measure("times") { fault(times: $0, $1) }
  static let places = measure("places") { fault(places: $0, $1) }

  private static let published = "2024-03-13"

  private static func measure(
    _ name: String, _ fault: @escaping @Sendable (Reading, String) -> String?
  ) -> Measure {
    Measure(name: "probes.\(name)", needs: []) { _ in
      let tools = try EvaluationTools()
      let file = Folders.root.appending(path: "Evaluation/Probes/\(name).tsv")
      var right = ["seen": 0, "unseen": 0]
      var all = ["seen": 0, "unseen": 0]
      for line in try decoded(file).split(separator: "\n") where !line.hasPrefix("#") {
        let fields = line.split(separator: "\t").map(String.init)
        precondition(fields.count == 4, "\(name).tsv: a line has \(fields.count) fields: \(line)")
        let (part, text) = (fields[1], fields[2])
        let reading = tools.read(text, tools.annotate(text), published: published)
        all[part, default: 0] += 1
        guard let fault = fault(reading, fields[3]) else {
          right[part, default: 0] += 1
          continue
        }
        if part == "seen", CommandLine.arguments.contains("--misses") {
          print("MISSED\t\(fields[0])\t\(text)\t\(fields[3])\t\(fault)")
        }
      }
      return ["seen", "unseen"].map { part in
        Score(
          key: "probes.\(name).\(part)",
          value: Double(right[part] ?? 0) / Double(max(all[part] ?? 0, 1)), of: all[part] ?? 0)
      }
    }
  }

  // MARK: - Counts

  /// What is wrong with the figures told where "18:dead;4..6:houses;!41" or "none" is right.
  private static func fault(counts reading: Reading, _ wanted: String) -> String? {
    let told = reading.figures.map { figure in
      "\(figure.value.map(short) ?? "\(figure.low.map(short) ?? "")..\(figure.high.map(short) ?? "")"):\(figure.counts ?? "")\(figure.cumulative.map { $0 ? ":total" : ":new" } ?? "")"
    }
    func isTold(_ want: Substring) -> Bool {
      let parts = want.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      return reading.figures.contains { figure in
        guard isValue(parts[0], figure) else { return false }
        let words = parts.count > 1 ? parts[1].split(separator: "|").map(String.init) : []
        let counts = figure.counts?.lowercased() ?? ""
        guard words.isEmpty || words.contains(where: counts.contains) else { return false }
        guard parts.count > 2 else { return true }
        return figure.cumulative == (parts[2] == "total")
      }
    }
    if wanted == "none" { return told.isEmpty ? nil : told.joined(separator: " | ") }
    let isRight = wanted.split(separator: ";").allSatisfy { want in
      want.hasPrefix("!") ? !isTold(want.dropFirst()) : isTold(want)
    }
    return isRight ? nil : told.joined(separator: " | ")
  }

  private static func isValue(_ wanted: String, _ figure: Figure) -> Bool {
    if let range = wanted.range(of: "..") {
      let low = Double(wanted[..<range.lowerBound])
      let high = Double(wanted[range.upperBound...])
      return figure.value == nil && figure.low == low && figure.high == high
    }
    return figure.value == Double(wanted)
  }

  private static func short(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  // MARK: - Times

  /// What is wrong with the times told where "2024-03-15|2024-03-14", "none" or "2024-03-03..2024-03-07" is right.
  private static func fault(times reading: Reading, _ wanted: String) -> String? {
    let told = reading.times.map { "\($0.timex ?? "-") \($0.earliest ?? "")..\($0.latest ?? "")" }
    let isRight = wanted.split(separator: ";").allSatisfy { want in
      want.split(separator: "|").contains { one in
        switch one {
        case "none": return reading.times.isEmpty
        case "novalue":
          return reading.times.allSatisfy { $0.timex == nil && $0.earliest == nil }
            && reading.figures.isEmpty
        default: break
        }
        guard let range = one.range(of: "..") else {
          return reading.times.contains { $0.timex == String(one) }
        }
        return reading.times.contains {
          ($0.earliest ?? "").hasPrefix(one[..<range.lowerBound])
            && ($0.latest ?? "").hasPrefix(one[range.upperBound...])
        }
      }
    }
    return isRight ? nil : told.joined(separator: " | ")
  }

  // MARK: - Places

  /// What is wrong with the places told where "Mosul=IRQ@named;!Paris" or "none" is right.
  private static func fault(places reading: Reading, _ wanted: String) -> String? {
    let map = PositionMap(reading.report.text)
    let told = reading.places.map { place in
      "\(place.mentions.map { map.exact($0) }.joined(separator: "/"))=\(place.country ?? "-")@\(place.precision.rawValue)"
    }
    func isTold(_ want: Substring) -> Bool {
      let sides = want.split(separator: "=", maxSplits: 1).map(String.init)
      let named = reading.places.filter { $0.mentions.contains { map.exact($0) == sides[0] } }
      guard sides.count == 2 else { return !named.isEmpty }
      return sides[1].split(separator: "|").contains { one in
        let parts = one.split(separator: "@").map(String.init)
        return named.contains { place in
          (place.country ?? "-") == parts[0]
            && (parts.count < 2 || place.precision.rawValue == parts[1])
        }
      }
    }
    if wanted == "none" { return told.isEmpty ? nil : told.joined(separator: " | ") }
    let isRight = wanted.split(separator: ";").allSatisfy { want in
      want.hasPrefix("!") ? !isTold(want.dropFirst()) : isTold(want)
    }
    return isRight ? nil : told.joined(separator: " | ")
  }
}
