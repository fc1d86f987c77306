import Dispatch
import FoundationEssentials
import HearsayLedger
package import HearsayWeb

extension WebFetcher {
  /// Takes the addresses before the first that can be fetched off a list, and puts what was fetched in that one's place.
  ///
  /// For runs that would make a ledger: for nothing there shall be none.
  ///
  /// - Parameter inputs: Addresses.
  /// - Returns: Why those that were taken off cannot be fetched.
  package func dropUnreachable(from inputs: inout [Input]) async -> [InputError] {
    var errors: [InputError] = []
    while case .page(let address)? = inputs.first {
      let now = Date().ledgerText
      switch await result(of: address) {
      case .success(let page):
        inputs[0] = .bytes(
          GivenBytes(
            name: address, bytes: page.bytes, contentType: page.contentType, fetched: now))
      case .failure(let error):
        errors.append(InputError(name: address, reason: error.reason))
        inputs.removeFirst()
      }
    }
    return errors
  }

  /// What an address holds; a slow server must not hold up the threads that read reports.
  func result(of address: String) async -> Result<WebPage, WebError> {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          returning: Result { () throws(WebError) in try fetch(address) })
      }
    }
  }
}
