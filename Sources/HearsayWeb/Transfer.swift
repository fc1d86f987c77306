private import CCurl
import HearsayRecords
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whether somebody wants a transfer to end before it is done.
final class StopFlag: Sendable {
  private let flag = Atomic(false)

  var isSet: Bool { flag.load(ordering: .relaxed) }

  func set() { flag.store(true, ordering: .relaxed) }
}

/// One request and its answer: the only code that touches libcurl.
struct Transfer {
  /// What a server answered.
  struct Answer {
    let status: Int
    let contentType: String?
    /// Where it sends on to, as a whole address.
    let redirect: String?
    let bytes: [UInt8]
    let validators: Validators
    /// Seconds that the server wants to be left alone, from now.
    let retryAfter: Double?
  }

  /// What the callbacks see and fill.
  private final class Page {
    var bytes: [UInt8] = []
    /// Headers that are looked at, by their names in lower case.
    var headers: [String: String] = [:]
    var isTooLarge = false
    var headBytes = 0
    var isHeadEnded = false
    var refusedAddress = false
    var refusedLink = false
    let policy: WebPolicy
    let stop: StopFlag
    /// Whether the user named the host that is asked.
    let isNamed: Bool

    init(_ policy: WebPolicy, _ stop: StopFlag, isNamed: Bool) {
      self.policy = policy
      self.stop = stop
      self.isNamed = isNamed
    }
  }

  /// libcurl asks to be set up once, before any other use and by one thread.
  private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Sends a request and waits for the answer, without following redirects.
  static func run(
    _ address: String, _ policy: WebPolicy, _ known: Validators = Validators(),
    stop: StopFlag = StopFlag()
  ) throws(WebError) -> Answer {
    guard isReady, let curl = unsafe curl_easy_init() else {
      throw WebError(code: .unreachable, reason: "libcurl could not be set up")
    }
    defer { unsafe curl_easy_cleanup(curl) }
    let host = WebAddress(address).host ?? ""
    let page = Page(policy, stop, isNamed: policy.named.contains(host))
    let conditions = unsafe headers(known)
    defer { unsafe curl_slist_free_all(conditions) }
    let error: CURLcode = withExtendedLifetime(page) {
      let context = unsafe Unmanaged.passUnretained(page).toOpaque()
      var setting = unsafe set(curl, address, policy, context)
      if setting == CURLE_OK { setting = unsafe hearsay_curl_set_headers(curl, conditions) }
      return unsafe setting == CURLE_OK ? curl_easy_perform(curl) : setting
    }
    let isCutOff = page.isTooLarge && policy.cutsOff
    guard error == CURLE_OK || isCutOff else { throw failure(error, page) }
    func text(_ info: CURLINFO) -> String? {
      unsafe hearsay_curl_text(curl, info).map { unsafe String(cString: $0) }
    }
    let status = unsafe hearsay_curl_long(curl, CURLINFO_RESPONSE_CODE)
    return Answer(
      status: status, contentType: text(CURLINFO_CONTENT_TYPE),
      redirect: text(CURLINFO_REDIRECT_URL), bytes: page.bytes,
      validators: Validators(
        etag: page.headers["etag"], lastModified: page.headers["last-modified"]),
      retryAfter: page.headers["retry-after"].flatMap(seconds))
  }

  /// The headers that ask for a page only if it is no longer as it was.
  private static func headers(_ known: Validators) -> UnsafeMutablePointer<curl_slist>? {
    var list: UnsafeMutablePointer<curl_slist>?
    for (name, value) in [
      ("If-None-Match", known.etag), ("If-Modified-Since", known.lastModified),
    ] {
      // What a server once sent goes back as it came, unless it would break the request.
      guard let value, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { continue }
      if let longer = unsafe curl_slist_append(list, "\(name): \(value)") { unsafe list = longer }
    }
    return unsafe list
  }

  /// A number of seconds, or the time until a date.
  private static func seconds(_ retryAfter: String) -> Double? {
    if let seconds = Int(retryAfter), seconds >= 0 { return Double(seconds) }
    let moment = unsafe curl_getdate(retryAfter, nil)
    return moment < 0 ? nil : max(0, Double(moment - time(nil)))
  }

  private static func set(
    _ curl: UnsafeMutableRawPointer, _ address: String, _ policy: WebPolicy,
    _ context: UnsafeMutableRawPointer
  ) -> CURLcode {
    let long: [(CURLoption, Int)] = [
      (CURLOPT_FOLLOWLOCATION, 0),
      // Signals would interrupt other threads; without them libcurl resolves names in a thread of its own.
      (CURLOPT_NOSIGNAL, 1),
      // Off is the default; on, libcurl asks now and then whether to go on.
      (CURLOPT_NOPROGRESS, 0),
      (CURLOPT_CONNECTTIMEOUT, policy.connectSeconds),
      (CURLOPT_TIMEOUT, policy.seconds),
      // A server that sends less than 50 bytes a second for 20 seconds sends nothing worth waiting for.
      (CURLOPT_LOW_SPEED_LIMIT, 50),
      (CURLOPT_LOW_SPEED_TIME, 20),
      (CURLOPT_MAXFILESIZE, policy.cutsOff ? 0 : policy.largestPage),
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
      hearsay_curl_set_header(curl, takeHeader),
      hearsay_curl_set_pointer(curl, CURLOPT_HEADERDATA, context),
      hearsay_curl_set_progress(curl, goOn),
      hearsay_curl_set_pointer(curl, CURLOPT_XFERINFODATA, context),
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
        let room = page.policy.largestPage - page.bytes.count
        unsafe page.bytes.append(contentsOf: UnsafeRawBufferPointer(start: data, count: room))
        return 0
      }
      unsafe page.bytes.append(contentsOf: UnsafeRawBufferPointer(start: data, count: length))
      return length
    }

  /// Of an answer's head no more is taken; libcurl itself takes no line of more than 100 kB and no more than 300 in all, but
  /// does not say so.
  private static let largestHead = 256 << 10

  /// Headers that are looked at.
  private static let wanted: Set<String> = ["etag", "last-modified", "retry-after"]

  /// Takes in a line of the answer's head.
  private static let takeHeader:
    @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
      (data, size, count, context) in
      guard let data = unsafe data, let context = unsafe context else { return 0 }
      let page = unsafe Unmanaged<Page>.fromOpaque(context).takeUnretainedValue()
      let length = size * count
      page.headBytes += length
      guard page.headBytes <= largestHead else { return 0 }
      if length <= 2 { page.isHeadEnded = true }
      // The longest that any of them has a reason to be.
      guard length <= 4_096 else { return length }
      let line = unsafe String(
        decoding: UnsafeRawBufferPointer(start: data, count: length), as: UTF8.self)
      // Another answer begins, after one that only said to go on.
      if line.hasPrefix("HTTP/") { page.headers = [:] }
      guard let colon = line.firstIndex(of: ":") else { return length }
      let name = line[..<colon].lowercased()
      if wanted.contains(name) {
        var value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
        while value.last?.isWhitespace == true { value.removeLast() }
        page.headers[name] = String(value)
      }
      return length
    }

  /// Says whether to go on: anything but 0 ends the transfer.
  private static let goOn:
    @convention(c) (UnsafeMutableRawPointer?, curl_off_t, curl_off_t, curl_off_t, curl_off_t) ->
      Int32 = { (context, _, _, _, _) in
        guard let context = unsafe context else { return 1 }
        let page = unsafe Unmanaged<Page>.fromOpaque(context).takeUnretainedValue()
        return page.stop.isSet ? 1 : 0
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
          let address = NetworkAddress(bytes: Array(bytes.prefix(Int(length))))
          guard address.isPublic || page.policy.trusted.contains(address) else {
            page.refusedAddress = true
            return CURL_SOCKET_BAD
          }
        }
        if page.policy.allowsPrivate, !page.isNamed, page.policy.proxy == nil {
          var bytes = [UInt8](repeating: 0, count: 16)
          let length = unsafe hearsay_curl_address(socketAddress, &bytes)
          guard !NetworkAddress(bytes: Array(bytes.prefix(Int(length)))).isOfLink else {
            page.refusedLink = true
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
    if page.refusedLink {
      return WebError(
        code: .privateAddress,
        reason: "an address of a link, or one that tells a machine's secrets, which nobody named: "
          + "it is fetched only if it is given itself, with --allow-private")
    }
    // CURLE_TOO_LARGE (100) of newer versions; older ones are "out of memory" at a line that is too long.
    if page.headBytes > largestHead
      || !page.isHeadEnded && (error == CURLE_OUT_OF_MEMORY || error.rawValue == 100)
    {
      return WebError(
        code: .tooLarge,
        reason:
          "the head of the answer is larger than \(largestHead >> 10) KiB, or a line of it too "
          + "long; no server needs so much")
    }
    if page.isTooLarge || error == CURLE_FILESIZE_EXCEEDED {
      return WebError(
        code: .tooLarge, reason: "larger than \(page.policy.largestPage >> 20) MiB; no report is")
    }
    let words = unsafe String(cString: curl_easy_strerror(error))
    switch error {
    case CURLE_ABORTED_BY_CALLBACK: return WebError(code: .stopped, reason: "stopped")
    case CURLE_URL_MALFORMAT: return WebError(code: .malformed, reason: "not an address")
    case CURLE_OPERATION_TIMEDOUT:
      return WebError(code: .timeout, reason: "no answer in time")
    default:
      return WebError(code: .unreachable, reason: words.prefix(1).lowercased() + words.dropFirst())
    }
  }
}
