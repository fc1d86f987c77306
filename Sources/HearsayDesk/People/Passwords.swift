private import CSodium
import Synchronization

/// Passwords, kept only as Argon2id digests.
package enum Passwords {
  /// Fewer characters are guessed too soon.
  package static let shortest = 10
  /// More are no password but a way to keep the desk busy.
  package static let longest = 256

  // One at a time: each takes 64 MiB of memory, by design.
  private static let turn = Mutex(())

  /// The digest of a password, with its salt and cost; `nil` if memory is short.
  package static func digest(of password: String) -> String? {
    precondition(sodium_init() >= 0, "libsodium does not start")
    return turn.withLock { _ in
      var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
      let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
      let failed = unsafe crypto_pwhash_str_alg(
        &out, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE),
        Int(crypto_pwhash_MEMLIMIT_INTERACTIVE), crypto_pwhash_ALG_ARGON2ID13)
      guard failed == 0 else { return nil }
      return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// Whether a digest is that of a password.
  package static func isRight(_ password: String, _ digest: String) -> Bool {
    guard digest.utf8.count < Int(crypto_pwhash_STRBYTES), !digest.isEmpty else { return false }
    return turn.withLock { _ in
      var kept = digest.utf8.map { CChar(bitPattern: $0) }
      kept += [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES) - kept.count)
      let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
      return unsafe crypto_pwhash_str_verify(kept, bytes, UInt64(bytes.count)) == 0
    }
  }

  /// A digest that no password has: checking against it takes as long as against one of somebody.
  static let nobody: String = digest(of: Door.newSession()) ?? ""
}
