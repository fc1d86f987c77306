/// Puts beside a post what its list tells elsewhere: of tweets as the API 2 gives them, who wrote them and what they pass on.
enum JSONPosts {
  /// The object with its author; of a tweet that only passes on another, the other.
  static func completed(_ node: JSONNode, in holder: JSONNode) -> JSONNode {
    guard case .object(var members) = node, let author = members["authorid"]?.words else {
      return node
    }
    if let other = passedOn(members, holder) { return completed(other, in: holder) }
    guard members["author"] == nil else { return node }
    members["author"] = included("users", author, holder)
    return .object(members)
  }

  private static func passedOn(_ members: [String: JSONNode], _ holder: JSONNode) -> JSONNode? {
    guard case .array(let others)? = members["referencedtweets"],
      let other = others.first(where: { $0["type"]?.words == "retweeted" })
    else { return nil }
    // twarc puts the whole tweet where the API has its number.
    if other["text"] != nil { return other }
    return other["id"]?.words.flatMap { included("tweets", $0, holder) }
  }

  private static func included(_ list: String, _ id: String, _ holder: JSONNode) -> JSONNode? {
    guard case .array(let all)? = holder["includes"]?[list] else { return nil }
    return all.first { $0["id"]?.words == id }
  }
}
