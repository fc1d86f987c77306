extension Question {
  func write(to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(incident)
    writer.write(of)
    writer.write(answers) { $1.write(to: &$0) }
    writer.write(contest)
  }

  init(from reader: inout ByteReader) {
    self.init(
      kind: reader.word(or: .happened), incident: reader.string(), of: reader.optionalString(),
      answers: reader.array { Answer(from: &$0) }, contest: reader.double())
  }
}

extension Question.Answer {
  func write(to writer: inout ByteWriter) {
    writer.write(value)
    writer.write(label)
    writer.write(by) { $1.write(to: &$0) }
    writer.write(roots)
    writer.write(since)
    writer.write(latest)
    writer.write(dropped)
  }

  init(from reader: inout ByteReader) {
    self.init(
      value: reader.string(), label: reader.string(),
      by: reader.array { Question.By(from: &$0) }, roots: reader.int(),
      since: reader.optionalString(), latest: reader.optionalString(),
      dropped: reader.optionalString())
  }
}

extension Question.By {
  func write(to writer: inout ByteWriter) {
    writer.write(speaker)
    writer.write(anonymous)
    writer.write(report)
    writer.write(outlet)
    writer.write(via)
    writer.write(act)
    writer.write(certainty)
    writer.write(at)
    writer.write(spans) { $1.write(to: &$0) }
    writer.write(copyOf)
    writer.write(root)
    writer.write(records)
  }

  init(from reader: inout ByteReader) {
    self.init(
      speaker: reader.optionalString(), anonymous: reader.bool(), report: reader.string(),
      outlet: reader.optionalString(), via: reader.strings(), act: reader.string(),
      certainty: reader.string(), at: reader.optionalString(),
      spans: reader.array { Quoted(from: &$0) }, copyOf: reader.optionalString(),
      root: reader.string(), records: reader.strings())
  }
}

extension Series {
  func write(to writer: inout ByteWriter) {
    writer.write(incident)
    writer.write(counts)
    writer.write(of)
    writer.write(points) { $1.write(to: &$0) }
  }

  init(from reader: inout ByteReader) {
    self.init(
      incident: reader.string(), counts: reader.string(), of: reader.optionalString(),
      points: reader.array { Point(from: &$0) })
  }
}

extension Series.Point {
  func write(to writer: inout ByteWriter) {
    writer.write(at)
    writer.write(low)
    writer.write(value)
    writer.write(high)
    writer.write(approximate)
    writer.write(by)
    writer.write(root)
    writer.write(report)
    writer.write(spans) { $1.write(to: &$0) }
    writer.write(copyOf)
    writer.write(record)
  }

  init(from reader: inout ByteReader) {
    self.init(
      at: reader.optionalString(), low: reader.optionalDouble(), value: reader.optionalDouble(),
      high: reader.optionalDouble(), approximate: reader.bool(), by: reader.string(),
      root: reader.string(), report: reader.string(),
      spans: reader.array { Quoted(from: &$0) }, copyOf: reader.optionalString(),
      record: reader.string())
  }
}

extension Revision {
  func write(to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(from)
    writer.write(to)
    writer.write(at)
    writer.write(report)
    writer.write(before)
    writer.write(by)
    writer.write(counts)
  }

  init(from reader: inout ByteReader) {
    self.init(
      kind: reader.word(or: .figure), from: reader.string(), to: reader.string(),
      at: reader.optionalString(), report: reader.string(), before: reader.string(),
      by: reader.optionalString(), counts: reader.optionalString())
  }
}
