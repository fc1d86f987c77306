private import CCurl
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One request and its answer: the only code that touches libcurl.
struct Transfer {
  /// What a server answered.
  struct Answer {
    let status: Int
    let contentType: String?
    /// Where it sends on to, as a whole address.
    let redirect: String?
    let bytes: [UInt8]
  }

  /// What the callbacks see and fill.
  private final class Page {
    var bytes: [UInt8] = []
    var isTooLarge = false
    var refusedAddress = false
    let policy: WebPolicy

    init(_ policy: WebPolicy) { self.policy = policy }
  }

  /// libcurl asks to be set up once, before any other use and by one thread.
  private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Sends a request and waits for the answer, without following redirects.
  static func run(_ address: String, _ policy: WebPolicy) throws(WebError) -> Answer {
    guard isReady, let curl = unsafe curl_easy_init() else {
      throw WebError(code: .unreachable, reason: "libcurl could not be set up")
    }
    defer { unsafe curl_easy_cleanup(curl) }
    let page = Page(policy)
    let error: CURLcode = withExtendedLifetime(page) {
      let context = unsafe Unmanaged.passUnretained(page).toOpaque()
      let setting = unsafe set(curl, address, policy, context)
      return unsafe setting == CURLE_OK ? curl_easy_perform(curl) : setting
    }
    guard error == CURLE_OK else { throw failure(error, page) }
    func text(_ info: CURLINFO) -> String? {
      unsafe hearsay_curl_text(curl, info).map { unsafe String(cString: $0) }
    }
    let status = unsafe hearsay_curl_long(curl, CURLINFO_RESPONSE_CODE)
    return Answer(
      status: status, contentType: text(CURLINFO_CONTENT_TYPE),
      redirect: text(CURLINFO_REDIRECT_URL), bytes: page.bytes)
  }

  private static func set(
    _ curl: UnsafeMutableRawPointer, _ address: String, _ policy: WebPolicy,
    _ context: UnsafeMutableRawPointer
  ) -> CURLcode {
    let long: [(CURLoption, Int)] = [
      (CURLOPT_FOLLOWLOCATION, 0),
      // Signals would interrupt other threads; without them libcurl resolves names in a thread of its own.
      (CURLOPT_NOSIGNAL, 1),
      (CURLOPT_CONNECTTIMEOUT, policy.connectSeconds),
      (CURLOPT_TIMEOUT, policy.seconds),
      // A server that sends less than 50 bytes a second for 20 seconds sends nothing worth waiting for.
      (CURLOPT_LOW_SPEED_LIMIT, 50),
      (CURLOPT_LOW_SPEED_TIME, 20),
      (CURLOPT_MAXFILESIZE, policy.largestPage),
    ]
    let text: [(CURLoption, String)] = [
      (CURLOPT_URL, address),
      (CURLOPT_PROTOCOLS_STR, "http,https"),
      (CURLOPT_USERAGENT, policy.userAgent),
      // Every encoding libcurl knows; what arrives is counted decompressed.
      (CURLOPT_ACCEPT_ENCODING, ""),
      // An empty proxy keeps libcurl from looking for one in the environment.
      (CURLOPT_PROXY, policy.proxy ?? ""),
      (CURLOPT_NOPROXY, ""),
    ]
    for (option, value) in long {
      let code = unsafe hearsay_curl_set_long(curl, option, value)
      guard code == CURLE_OK else { return code }
    }
    for (option, value) in text {
      let code = unsafe hearsay_curl_set_text(curl, option, value)
      guard code == CURLE_OK else { return code }
    }
    let codes = unsafe [
      hearsay_curl_set_write(curl, take),
      hearsay_curl_set_pointer(curl, CURLOPT_WRITEDATA, context),
      hearsay_curl_set_open_socket(curl, open),
      hearsay_curl_set_pointer(curl, CURLOPT_OPENSOCKETDATA, context),
    ]
    return codes.first { $0 != CURLE_OK } ?? CURLE_OK
  }

  /// Takes in what arrives; another count than given ends the transfer.
  private static let take:
    @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
      (data, size, count, context) in
      guard let data = unsafe data, let context = unsafe context else { return 0 }
      let page = unsafe Unmanaged<Page>.fromOpaque(context).takeUnretainedValue()
      let length = size * count
      guard page.bytes.count + length <= page.policy.largestPage else {
        page.isTooLarge = true
        return 0
      }
      unsafe page.bytes.append(contentsOf: UnsafeRawBufferPointer(start: data, count: length))
      return length
    }

  /// Opens the socket for a connection to an address that names were resolved to, unless it is refused.
  private static let open:
    @convention(c) (UnsafeMutableRawPointer?, curlsocktype, UnsafeMutablePointer<curl_sockaddr>?)
      -> curl_socket_t = { (context, _, socketAddress) in
        guard let context = unsafe context, let socketAddress = unsafe socketAddress else {
          return CURL_SOCKET_BAD
        }
        let page = unsafe Unmanaged<Page>.fromOpaque(context).takeUnretainedValue()
        if !page.policy.allowsPrivate, page.policy.proxy == nil {
          var bytes = [UInt8](repeating: 0, count: 16)
          let length = unsafe hearsay_curl_address(socketAddress, &bytes)
          guard NetworkAddress(bytes: Array(bytes.prefix(Int(length)))).isPublic else {
            page.refusedAddress = true
            return CURL_SOCKET_BAD
          }
        }
        let target = unsafe socketAddress.pointee
        return socket(
          target.family, target.socktype | Int32(SOCK_CLOEXEC.rawValue), target.protocol)
      }

  private static func failure(_ error: CURLcode, _ page: Page) -> WebError {
    if page.refusedAddress {
      return WebError(
        code: .privateAddress,
        reason: "an address of this machine or a private network; --allow-private fetches it")
    }
    if page.isTooLarge || error == CURLE_FILESIZE_EXCEEDED {
      return WebError(
        code: .tooLarge, reason: "larger than \(page.policy.largestPage >> 20) MiB; no report is")
    }
    let words = unsafe String(cString: curl_easy_strerror(error))
    switch error {
    case CURLE_URL_MALFORMAT: return WebError(code: .malformed, reason: "not an address")
    case CURLE_OPERATION_TIMEDOUT:
      return WebError(code: .timeout, reason: "no answer in time")
    default:
      return WebError(code: .unreachable, reason: words.prefix(1).lowercased() + words.dropFirst())
    }
  }
}
