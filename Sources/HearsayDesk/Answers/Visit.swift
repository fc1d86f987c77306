package import FoundationEssentials
package import HearsayLedger
import HearsayRecords
package import HearsayStories

/// One request with what pages are made from: the ledger as it stands, who asks, and as of when.
package struct Visit {
  package let request: DeskRequest
  package let snapshot: Snapshot
  /// Who decides: the name that is kept with decisions.
  package let person: String
  package let role: Role
  /// What forms carry.
  package let token: String
  /// The ledger as it was at the end of this moment; `nil` for now.
  package let asOf: Moment?
  /// The same as it was asked for.
  package let asOfText: String?
  /// By what stories are drawn; `nil` where the tables are not there.
  package var tables: StoryMaker.Tables?
  package var now = Date(timeIntervalSince1970: 0)
  /// What the desk keeps for itself; `nil` on one that only shows.
  package var file: DeskFile?
  /// Whether people have to sign in.
  package var asksWho = false
  /// Whether reports can be added here.
  package var adds = false
  /// What the stories of more reports were at a past moment is shown page by page.
  package var mostDrawnWhole: Int?
  /// Stories and readings that were opened lately.
  package var stories: StoryCache?
  var readings: OpenReadings?
  /// Who looks at what just now.
  package var inHand: InHand?
  /// What countries are called, by their two letters and by their three.
  package var countries: [String: String] = [:]
  /// What maps are drawn on.
  package var map: BaseMap?

  /// What somebody may do; each may do what those before may.
  package enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
    case read, code, review, admin

    package static func < (left: Role, right: Role) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  package init(
    _ request: DeskRequest, _ snapshot: Snapshot, person: String = "me", role: Role = .admin,
    token: String = ""
  ) throws(DeskFault) {
    self.request = request
    self.snapshot = snapshot
    self.person = person
    self.role = role
    self.token = token
    asOfText = request.asked("as-of")
    if let asOfText {
      guard let moment = Moment(asOfText) else {
        throw DeskFault(400, "\(asOfText) is no date: write 2031-03-04 or 2031-03-04T12:00Z")
      }
      asOf = moment
    } else {
      asOf = nil
    }
  }

  /// What draws the stories of the ledger, as of the moment that is asked for.
  package func keeper() throws -> StoryKeeper { try keeper(asOf: asOf) }

  /// What draws the stories of the ledger as of any moment.
  func keeper(asOf: Moment?) throws -> StoryKeeper {
    guard let tables else {
      throw DeskFault(503, "the tables that stories are drawn by are not there")
    }
    let isBlind = snapshot.blindness != nil
    let keeper = try StoryKeeper(
      isBlind ? try Snapshot(path: snapshot.path) : snapshot, tables, asOf: asOf)
    keeper.cache = stories
    if let mostDrawnWhole { keeper.mostDrawnWhole = mostDrawnWhole }
    keeper.eyes = isBlind ? snapshot : nil
    return keeper
  }

  /// What this browser had seen when it was last here.
  package func lastVisit() throws -> LastVisit {
    LastVisit(
      cookie: request.cookies[LastVisit.cookie], newest: try snapshot.newestRow(), now: now)
  }

  /// A page of the desk as of the same moment.
  package func link(
    _ parts: [String], _ query: [(name: String, value: String)] = [], fragment: String? = nil
  ) -> Link {
    .page(parts, query + (asOfText.map { [("as-of", $0)] } ?? []), fragment: fragment)
  }

  /// The same question with some of its parts otherwise; an empty value leaves one out.
  package func again(_ changes: [(name: String, value: String)], suffix: String? = nil) -> Link {
    let names = Set(changes.map(\.name))
    let kept = request.query.filter { !names.contains($0.name) && !$0.value.isEmpty }
      .map { (name: $0.name, value: $0.value) }
    var path = request.path
    if let suffix { path = path.dropLast() + [(path.last ?? "index") + "." + suffix] }
    return .page(path, kept + changes.filter { !$0.value.isEmpty })
  }

  /// The kind of outlet that is asked for; `nil` if none is.
  package func medium() throws(DeskFault) -> String? {
    guard let asked = request.asked("medium") else { return nil }
    let known = tables?.outlets.kinds ?? []
    guard known.contains(asked) else {
      throw DeskFault(400, "no kind of outlet \(asked): one of \(known.joined(separator: ", "))")
    }
    return asked
  }

  /// The reading behind which a page of a list begins; `nil` for its first page.
  func behind() throws -> Int? {
    try request.asked("behind").map { try line($0).row }
  }

  /// Which reports are meant by what is asked.
  package func scope(limit: Int) throws -> Scope {
    var scope = Scope()
    scope.outlet = request.asked("outlet")
    if let medium = try medium() {
      scope.outlets = Set(try snapshot.outlets().filter { tables?.outlets.kind(of: $0) == medium })
    }
    scope.report = request.asked("report")
    scope.publishedSince = try moment("since")
    scope.publishedUntil = try moment("until")
    scope.asOf = asOf
    scope.limit = limit
    return scope
  }

  /// One word of a vocabulary that is asked for, in whatever case; `nil` if none is.
  package func choice<Word: RawRepresentable & CaseIterable>(
    _ name: String
  ) throws(DeskFault) -> Word? where Word.RawValue == String {
    guard let asked = request.asked(name) else { return nil }
    let wanted = asked.lowercased()
    guard let known = Word.allCases.first(where: { $0.rawValue.lowercased() == wanted }) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw DeskFault(400, "no \(name) \(asked): one of \(words)")
    }
    return known
  }

  private func moment(_ name: String) throws(DeskFault) -> Moment? {
    guard let text = request.asked(name) else { return nil }
    guard let moment = Moment(text) else { throw DeskFault(400, "\(name): \(text) is no date") }
    return moment
  }
}

/// Why a page cannot be shown, in words for whoever asked.
package struct DeskFault: Error, Hashable {
  package let status: UInt32
  package let words: String

  package init(_ status: UInt32, _ words: String) {
    self.status = status
    self.words = words
  }
}
