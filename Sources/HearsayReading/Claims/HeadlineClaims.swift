import HearsayLanguage
import HearsayRecords

/// Finds who says it in a headline that has no verb for it: "Bombing was inside job - inquiry", "Police: man held after blast".
///
/// Only in the headline, where a dash or a colon stands for "says"; in the story they stand for much else.
struct HeadlineClaims {
  let text: AnnotatedText
  /// The tokens of the headline; empty if there is none.
  private let title: Range<Int>

  /// More words than these do not name a source.
  private static let longestSource = 5
  /// Fewer words than these are a topic, not something said.
  private static let shortestContent = 3

  init(_ draft: Draft) {
    text = draft.text
    title = draft.text.headline
  }

  /// The candidates, with the one that the headline's dash or colon tells; what others took of its source is cut away.
  func add(to candidates: [ClaimCandidate]) -> [ClaimCandidate] {
    let told = withTitle(candidates)
    return told
      + (leads() + posts()).filter { lead in
        !told.contains { other in
          other.cueHead == lead.cueHead
            || other.source != nil
              && other.contents.contains { one in lead.contents.contains { $0.overlaps(one) } }
              && other.sources.contains { one in lead.sources.contains { $0.overlaps(one) } }
        }
      }
  }

  /// "UN: 40 dead in Orvalle." at the beginning of a paragraph.
  private func leads() -> [ClaimCandidate] {
    text.sentences.compactMap { sentence in
      let start = sentence.lowerBound
      guard !title.contains(start),
        start == 0 || text.paragraphOfToken[start - 1] != text.paragraphOfToken[start],
        let mark = sentence.prefix(Self.longestSource + 1).first(where: {
          text.tokens[$0].text == ":"
        }), mark + 1 < sentence.upperBound, text.tokens[mark + 1].upos != "PUNCT",
        text.tokens[mark + 1].spaceBefore
      else { return nil }
      return candidate(
        mark, source: text.trimmed(start..<mark),
        content: text.trimmed((mark + 1)..<sentence.upperBound))
    }
  }

  /// "— Alda Wren (@aldawren) March 11, 2024" behind a post that the page shows: whose account it is said it.
  private func posts() -> [ClaimCandidate] {
    text.tokens.indices.compactMap { dash in
      guard ["—", "–"].contains(text.tokens[dash].text),
        dash > 0, dash + 3 < text.tokens.count,
        let bracket = ((dash + 2)..<min(dash + 8, text.tokens.count)).first(where: {
          text.tokens[$0].text == "("
        }), bracket + 1 < text.tokens.count, text.tokens[bracket + 1].text.hasPrefix("@")
      else { return nil }
      let paragraph = text.paragraphOfToken[dash]
      let isOwnLine = text.paragraphOfToken[dash - 1] != paragraph
      let wanted = isOwnLine ? text.paragraphOfToken[dash - 1] : paragraph
      let content = (0..<dash).reversed().prefix { text.paragraphOfToken[$0] == wanted }
      guard let first = content.last, !title.contains(first) else { return nil }
      let name = text.trimmed((dash + 1)..<bracket)
      guard !name.isEmpty else { return nil }
      var post = ClaimCandidate(
        name, says: text.trimmed(first..<dash), by: dash, as: "signature", in: text)
      post.confidence = 0.9
      return post
    }
  }

  private func withTitle(_ candidates: [ClaimCandidate]) -> [ClaimCandidate] {
    guard title.count > Self.shortestContent, let told = dash() ?? colon() ?? lastColon() ?? tail(),
      let mark = told.cueHead, let source = told.source, let content = told.contents.first
    else { return candidates }
    if let same = candidates.firstIndex(where: {
      $0.source.map(source.contains) ?? false && $0.cue.map { $0.contains(mark) } ?? true
        && $0.contents.contains { $0.overlaps(content) }
    }) {
      var candidates = candidates
      candidates[same].contents = [content]
      return candidates
    }
    if let same = candidates.firstIndex(where: { $0.cueHead == mark }) {
      var candidates = candidates
      candidates[same].sources = told.sources
      candidates[same].sourceHead = told.sourceHead
      candidates[same].contents = told.contents
      return candidates
    }
    let holes = [source, mark..<(mark + 1)]
    let others = candidates.filter { !($0.cue.map { $0.contains(mark) } ?? false) }.map { other in
      guard let cue = other.cue, title.contains(cue.lowerBound) else { return other }
      var other = other
      other.sources = other.sources.flatMap { text.runs(of: $0, without: holes) }
      other.contents = other.contents.flatMap { text.runs(of: $0, without: holes) }
      if let head = other.sourceHead, !other.sources.contains(where: { $0.contains(head) }) {
        let subject = content.first { ["NOUN", "PROPN"].contains(text.tokens[$0].upos) }
        if let subject, subject < cue.lowerBound {
          other.sources = [text.trimmed(content.lowerBound..<cue.lowerBound)].filter { !$0.isEmpty }
          other.sourceHead = other.sources.first.map { text.head(of: $0) } ?? subject
        }
      }
      return other
    }
    return others + [told]
  }

  /// "Rebels took town – army": the last dash, with white space on both sides.
  private func dash() -> ClaimCandidate? {
    guard
      let mark = title.last(where: {
        ["-", "–", "—", "--"].contains(text.tokens[$0].text) && text.tokens[$0].spaceBefore
          && $0 + 1 < title.upperBound && text.tokens[$0 + 1].spaceBefore
      })
    else { return nil }
    return candidate(
      mark, source: text.trimmed((mark + 1)..<title.upperBound),
      content: text.trimmed(title.lowerBound..<mark))
  }

  /// "Town – army behind coup, says premier": a verb of saying with its subject behind the last comma.
  private func tail() -> ClaimCandidate? {
    guard let comma = title.last(where: { text.tokens[$0].text == "," }),
      let verb = [comma + 1, title.upperBound - 1].first(where: { index in
        title.contains(index) && text.is(index, .headlineSays)
      })
    else { return nil }
    let rest = verb == comma + 1 ? (verb + 1)..<title.upperBound : (comma + 1)..<verb
    guard !rest.isEmpty else { return nil }
    return candidate(
      verb, source: text.trimmed(rest), content: text.trimmed(title.lowerBound..<comma))
  }

  /// "Police: man held after blast": a colon behind the first words, unless quotation marks follow, which are read elsewhere.
  private func colon() -> ClaimCandidate? {
    guard let mark = title.first(where: { text.tokens[$0].text == ":" }),
      mark + 1 < title.upperBound, text.tokens[mark + 1].upos != "PUNCT",
      text.tokens[mark + 1].spaceBefore
    else { return nil }
    return candidate(
      mark, source: text.trimmed(title.lowerBound..<mark),
      content: text.trimmed((mark + 1)..<title.upperBound))
  }

  /// "Rebels took town: army": a colon before the last words.
  private func lastColon() -> ClaimCandidate? {
    guard let mark = title.last(where: { text.tokens[$0].text == ":" }), mark + 1 < title.upperBound
    else { return nil }
    return candidate(
      mark, source: text.trimmed((mark + 1)..<title.upperBound),
      content: text.trimmed(title.lowerBound..<mark))
  }

  private func candidate(_ mark: Int, source: Range<Int>, content: Range<Int>) -> ClaimCandidate? {
    guard !source.isEmpty, source.count <= Self.longestSource,
      content.count >= Self.shortestContent, isSource(source)
    else { return nil }
    var candidate = ClaimCandidate(source, says: content, by: mark, as: "headline", in: text)
    candidate.lexical =
      text.tokens[mark].upos == "VERB"
      ? text.verbCue(mark) : Cue.plainest(in: text.language)
    candidate.confidence = 0.6
    return candidate
  }

  /// Whether words name somebody who speaks: a person, a body, an office or a paper; no place, no outlet, no verb.
  private func isSource(_ words: Range<Int>) -> Bool {
    guard !words.contains(where: { ["VERB", "AUX", "NUM"].contains(text.tokens[$0].upos) }) else {
      return false
    }
    let head = text.head(of: words)
    let lemma = text.tokens[head].lemma.lowercased()
    if text.is(head, .headlineSource) || text.language.has(lemma, .source) { return true }
    if let name = text.names.first(where: { $0.tokens.contains(head) }) {
      let kind = text.language.actor(ofName: text.oneLine(name.tokens))
      if kind == .media { return false }
      return [.person, .organization].contains(name.type)
        && !name.tokens.contains { text.language.actor(ofNameWord: text.tokens[$0].text) == .media }
    }
    if let kind = text.language.actor(ofName: text.oneLine(words)) {
      return [.international, .police, .military, .government, .armedGroup].contains(kind)
    }
    // A bare word at the end of a headline is easily taken for an adjective: "general".
    guard let kind = text.language.actor(ofNoun: lemma) else { return false }
    return ![.media, .weapon, .facility].contains(kind)
  }
}
