extension PageMetadata {
  /// All dates that the page gives, wherever they stand.
  func dateCandidates(address: String?, body: String) -> [DateCandidate] {
    let scanner = DateScanner(
      order: DateOrder.usual(language: languageTag, address: canonical ?? address),
      language: language)
    var found = metaDates(scanner) + linkedDates(scanner)
    found += addressDates(address, scanner)
    found += VisibleDates(surroundings, parts: parts, scanner: scanner).candidates
    found += ScriptDates.candidates(parts.scripts.map { document.text($0) }, scanner)
    if let shown = StatusNumber.latest(in: body) {
      found.append(DateCandidate(date: shown, place: .shownPosts, trust: 18))
    }
    return found
  }

  private func metaDates(_ scanner: DateScanner) -> [DateCandidate] {
    parts.metas.compactMap { meta in
      guard let meaning = MarkedDates.meaning(meta.name),
        let found = MarkedDates.date(meta.content, scanner)
      else { return nil }
      // A header's date is that of the file's last generation.
      let trust = meta.isHeader ? (meaning.isChange ? 20 : 24) : meaning.trust
      return DateCandidate(
        date: found.date, other: found.other, place: .meta, trust: trust,
        isChange: meaning.isChange)
    }
  }

  /// Trust in the dates of an article's JSON-LD, of a page's, and of other things on it.
  private static let linkedTrust: [LinkedData.Kind: Double] = [.article: 91, .page: 80, .other: 56]

  private func linkedDates(_ scanner: DateScanner) -> [DateCandidate] {
    var found: [DateCandidate] = []
    var articles = 0
    for object in linked.objects {
      var trust = Self.linkedTrust[object.kind] ?? 0
      if object.kind == .article, object.string("datePublished") != nil {
        // Articles after the first are those of a list.
        if articles > 0 { trust -= 30 }
        articles += 1
      }
      for (key, share, isChange) in [
        ("datePublished", 1.0, false), ("dateCreated", 0.8, false), ("uploadDate", 0.8, false),
        ("dateModified", 0.92, true),
      ] {
        guard let value = object.string(key), let date = MarkedDates.date(value, scanner) else {
          continue
        }
        found.append(
          DateCandidate(
            date: date.date, other: date.other, place: .linkedData, trust: trust * share,
            isChange: isChange))
      }
    }
    return found
  }

  private func addressDates(_ address: String?, _ scanner: DateScanner) -> [DateCandidate] {
    var found: [DateCandidate] = []
    let own = Set([address, canonical].compactMap { $0 })
    for address in own.sorted() {
      if let time = StatusNumber.time(ofPostAt: address) {
        found.append(DateCandidate(date: time, place: .ownNumber, trust: 99))
      }
      // Of a file, only its name is its own: folders tell where somebody keeps it.
      let path =
        address.contains("://")
        ? address : address.split(separator: "/").last.map(String.init) ?? ""
      found += AddressDates.candidates(path, order: scanner.order)
    }
    // Some systems name the page's body or the article's element by day and number.
    for name in parts.ids {
      for candidate in AddressDates.candidates(name, order: scanner.order)
      where candidate.date.day != nil {
        found.append(
          DateCandidate(date: candidate.date, place: .microdata, trust: min(candidate.trust, 40)))
      }
    }
    if let image = parts.metas.first(where: { $0.name == "og:image" }) {
      found += AddressDates.candidates(image.content, order: scanner.order, isImage: true)
    }
    return found
  }
}
